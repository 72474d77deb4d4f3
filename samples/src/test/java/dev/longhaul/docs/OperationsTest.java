package dev.longhaul.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HealthThresholds;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.quickstart.activities.ApproveArchiveHandler_AsyncActivityModule;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.testing.FakeTemporalService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page on operation shows works as it says, and it quotes what is really logged. */
class OperationsTest {
  private static final Page PAGE = new Page("docs/operations.md");
  private static final RuntimeOptions OPTIONS =
      RuntimeOptions.defaults().toBuilder()
          .drainTime(Duration.ZERO)
          .pollDrain(Duration.ZERO)
          .build();

  /** The first column of the tables of lines. */
  private static final Pattern LINE =
      Pattern.compile("^\\| (?:WARN|ERROR) \\| `(?<text>[^`]+)`", Pattern.MULTILINE);

  private final HttpClient probes = HttpClient.newHttpClient();
  private final FakeTemporalService service = FakeTemporalService.start();
  private final LonghaulRuntime runtime =
      Guice.createInjector(
              LonghaulModule.forChannel(service.newChannel()).options(OPTIONS), handlers())
          .getInstance(LonghaulRuntime.class);

  @AfterEach
  void close() {
    runtime.close();
    service.close();
  }

  @Test
  void endpoint_tellsWhereTheRuntimeIs() throws Exception {
    try (HealthEndpoint endpoint =
        new HealthEndpoint(anyPort(), runtime, HealthThresholds.defaults())) {
      endpoint.start();
      assertThat(probe(endpoint, "/live").statusCode()).isEqualTo(200);
      assertThat(probe(endpoint, "/ready"))
          .returns(503, HttpResponse::statusCode)
          .returns("the runtime is NEW", HttpResponse::body);

      runtime.start();
      assertThat(probe(endpoint, "/ready"))
          .returns(200, HttpResponse::statusCode)
          .returns("ready", HttpResponse::body);

      runtime.close();
      assertThat(probe(endpoint, "/live").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void quotedLines_areLogged() throws IOException {
    String code = runtimeCode();
    List<String> lines = LINE.matcher(PAGE.text()).results().map(found -> found.group(1)).toList();
    assertThat(lines).hasSizeGreaterThan(20);
    assertThat(lines).allSatisfy(line -> assertThat(code).contains(line.replace("…", "{}")));
  }

  /** With texts as they are after the compiler has put them together. */
  private static String runtimeCode() throws IOException {
    Path sources = Page.project().resolve("runtime/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(OperationsTest::text)
          .map(text -> text.replaceAll("\"\\s*\\+ \"", "").replace("\\\"", "\""))
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Module handlers() {
    return Modules.combine(
        new ApproveArchiveHandler_AsyncActivityModule(),
        binder -> binder.bind(Desk.class).to(EmptyDesk.class));
  }

  private static final class EmptyDesk implements Desk {
    @Override
    public void ask(FullActivityId activity, Archive archive) {}

    @Override
    public void withdraw(FullActivityId activity) {}
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private HttpResponse<String> probe(HealthEndpoint endpoint, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + endpoint.port() + path);
    return probes.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
