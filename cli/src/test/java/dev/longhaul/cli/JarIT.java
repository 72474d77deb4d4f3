package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as its users run it: a process of its own. */
class JarIT {
  private static final Path JAR = Path.of(System.getProperty("longhaul-test.jar", "none"));

  @TempDir Path folder;

  @Test
  void complete_reachesTheWorkflow() throws Exception {
    OpenActivity activity = OpenActivity.start();

    Ran ran = java(activity.token(), "complete", "--token", "-", "--json", "{\"frames\": 1200}");

    assertThat(ran)
        .isEqualTo(
            new Ran(0, "complete: ok, activity " + activity.digest() + System.lineSeparator(), ""));
    assertThat(activity.end()).isEqualTo("completed {frames=1200}");
  }

  @Test
  void secondComplete_exitsWith3() throws Exception {
    OpenActivity activity = OpenActivity.start();
    assertThat(java(activity.token(), "complete", "--token", "-").exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("completed null");

    Ran ran = java(activity.token(), "complete", "--token", "-", "--output", "json");

    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.json().path("outcome").asText()).isEqualTo("not-found");
  }

  // The shaded jar must have what TLS and name resolution look up by name.
  @Test
  void tlsIsThere_andItsRefusalIsTold() throws Exception {
    Ran ran =
        java("", "complete", "--activity-id", "a", "--tls", "--timeout", "2s", "--output", "json");

    assertThat(ran.exitCode()).isEqualTo(5);
    assertThat(ran.json().path("message").asText()).contains("UNAVAILABLE").contains("SSL");
  }

  // gRPC's own loggers would print the headers of each call.
  @Test
  void verbose_tellsOnTheStandardError_withoutSecrets() throws Exception {
    OpenActivity activity = OpenActivity.start();
    Path key = Files.writeString(folder.resolve("key"), "secret-key");

    Ran ran =
        java(
            activity.token(),
            "heartbeat",
            "--token=-",
            "--json=1",
            "--no-tls",
            "--api-key-file=" + key,
            "--verbose");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err())
        .contains("Temporal at " + OpenActivity.target(), "API key set")
        .doesNotContain(activity.token(), "secret-key");
  }

  @Test
  void configExplain_readsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("worker.yaml"), "runtime: {drain-time: 7m}");

    Ran ran = java("", "config", "explain", "--config=" + file);

    assertThat(ran.exitCode()).as(ran.all()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).containsPattern("runtime.drain-time +7m +" + file + ":1:23\\R");
  }

  @Test
  void wrongUsage_exitsWith2() throws Exception {
    assertThat(java("", "complete").exitCode()).isEqualTo(2);
  }

  private Ran java(String input, String... arguments) throws IOException, InterruptedException {
    assertThat(JAR).exists();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString()));
    command.addAll(List.of(arguments));
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
    builder.environment().put("TEMPORAL_ADDRESS", OpenActivity.target());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        withoutWarningsOfTheJvm(Files.readString(err, StandardCharsets.UTF_8)));
  }

  // From JDK 24 on it tells of a method that protobuf uses; no manifest can say that it may.
  private static String withoutWarningsOfTheJvm(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("WARNING: "))
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
