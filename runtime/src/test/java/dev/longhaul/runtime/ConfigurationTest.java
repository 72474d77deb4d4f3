package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.Compression;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.functional.CapturedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What configuration comes to, with and without code above it. */
class ConfigurationTest {
  @TempDir Path folder;

  @Test
  void everyOption_isReadFromTheFile() {
    Configuration configuration =
        file(
            """
            connection:
              address: temporal.example.com:7233
              namespace: payments
              headers:
                X_Team: video
              tls:
                server-name: temporal
                reload-interval: 1m
              compression: gzip
              keep-alive:
                interval: 20s
                timeout: 5s
                while-idle: false
              max-connect-backoff: 2s
              max-request-size: 512KiB
              max-response-size: 8MB
            runtime:
              identity: worker
              max-concurrent-activities: 7
              drain-time: 0s
              retry:
                factor: 2
                jitter: 0
                total-timeout: PT2M
            """);
    ConnectionOptions connection = configuration.connection().build();
    RuntimeOptions runtime = setup(configuration).options();

    assertThat(connection.target()).isEqualTo("temporal.example.com:7233");
    assertThat(connection.namespace()).isEqualTo("payments");
    assertThat(connection.headers()).isEqualTo(Map.of("x-team", "video"));
    assertThat(connection.effectiveTls().orElseThrow().serverName()).contains("temporal");
    assertThat(connection.effectiveTls().orElseThrow().reloadInterval())
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(connection.compression()).isEqualTo(Compression.GZIP);
    assertThat(connection.keepAlive().orElseThrow().timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(connection.keepAlive().orElseThrow().whileIdle()).isFalse();
    assertThat(connection.maxConnectBackoff()).isEqualTo(Duration.ofSeconds(2));
    assertThat(connection.maxRequestBytes()).isEqualTo(512 * 1024);
    assertThat(connection.maxResponseBytes()).isEqualTo(8_000_000);
    assertThat(runtime)
        .isEqualTo(
            RuntimeOptions.defaults().toBuilder()
                .identity("worker")
                .maxConcurrentActivities(7)
                .drainTime(Duration.ZERO)
                .retry(retry -> retry.factor(2).jitter(0).totalTimeout(Duration.ofMinutes(2)))
                .build());
  }

  @Test
  void keepAlive_canBeSwitchedOff() {
    assertThat(file("connection: {keep-alive: {enabled: false}}").connection().build().keepAlive())
        .isEmpty();
  }

  @Test
  void temporalsProfile_isBelowTheFile_whichIsBelowTheEnvironment_whichIsBelowProperties()
      throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("temporal.toml"),
            """
            [profile.default]
            address = "a:1"
            namespace = "a"
            api_key = "a"
            tls = { server_name = "a" }
            """);
    String file =
        Files.writeString(
                folder.resolve("longhaul.yaml"),
                "connection: {namespace: b, api-key: b, tls: {server-name: b}}")
            .toString();
    ConnectionOptions options =
        Configuration.of(
                Map.of("TEMPORAL_API_KEY", "c", "TEMPORAL_TLS_SERVER_NAME", "c"),
                Map.of("longhaul.connection.tls.server-name", "d"))
            .file(file)
            .profileFile(profile)
            .connection()
            .build();

    assertThat(options.target()).isEqualTo("a:1");
    assertThat(options.namespace()).isEqualTo("b");
    assertThat(options.apiKey()).contains(ApiKey.of("c"));
    assertThat(options.effectiveTls().orElseThrow().serverName()).contains("d");
  }

  @Test
  void changesByCode_areAboveConfiguration_andLeaveTheRest() {
    Configuration configuration =
        file(
            """
            runtime: {callback-threads: 3, drain-time: 7s}
            connection: {namespace: of-the-file, address: "a:1"}
            """);
    LonghaulModule module =
        LonghaulModule.fromEnvironment()
            .configuration(configuration)
            .namespace("of-the-code")
            .options(options -> options.callbackThreads(5));
    Setup setup = new Setup(module, List.of()).check();

    assertThat(setup.options().callbackThreads()).isEqualTo(5);
    assertThat(setup.options().drainTime()).isEqualTo(Duration.ofSeconds(7));
    assertThat(setup.endpoint().namespace()).isEqualTo("of-the-code");
    assertThat(setup.endpoint().name()).isEqualTo("a:1");
    assertThat(setup.explain())
        .anyMatch(
            row -> row.key().equals("runtime.callback-threads") && row.source().equals("Java code"))
        .anyMatch(
            row -> row.key().equals("connection.namespace") && row.source().equals("Java code"))
        .anyMatch(
            row -> row.key().equals("runtime.drain-time") && row.source().endsWith("yaml:1:44"));
  }

  @Test
  void optionsAsAWhole_areAllByCode() {
    LonghaulModule module =
        LonghaulModule.forTarget("localhost:1")
            .configuration(file("runtime: {callback-threads: 3}"))
            .options(RuntimeOptions.defaults());

    assertThat(new Setup(module, List.of()).options().callbackThreads())
        .isEqualTo(RuntimeOptions.defaults().callbackThreads());
  }

  // The codec comes from code, the flag from the file: neither is wrong before both are known.
  @Test
  void encodedFailureAttributes_needACodec_whichOnlyCodeHas() {
    Configuration configuration = file("runtime: {encode-failure-attributes: true}");
    LonghaulModule module = LonghaulModule.forTarget("localhost:1").configuration(configuration);

    assertThatThrownBy(() -> new Setup(module, List.of()).check())
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("encodeFailureAttributes is set without a codec");
    assertThat(
            new Setup(
                    module.options(options -> options.codecs(List.of(PayloadCodecs.zlib()))),
                    List.of())
                .check()
                .options()
                .encodeFailureAttributes())
        .isTrue();
  }

  @Test
  void settingThatNeedsACodecOfTheCode_canBeExplainedWithoutTheCode() {
    assertThat(rows(file("runtime: {encode-failure-attributes: true}").explain()))
        .contains(
            "runtime.encode-failure-attributes true " + folder.resolve("longhaul.yaml") + ":1:38");
  }

  @Test
  void versionOfADeployment_needsNameAndBuildId() {
    String whole = "runtime: {deployment: {name: video, build-id: \"3\", mode: versioned}}";

    assertThat(setup(file(whole)).options().deployment())
        .contains(new WorkerDeployment("video", "3", VersioningMode.VERSIONED));
    assertThat(setup(file("runtime: {deployment: {name: v, build-id: b}}")).options().deployment())
        .contains(new WorkerDeployment("v", "b", VersioningMode.UNVERSIONED));
    assertThatThrownBy(() -> setup(file("runtime: {deployment: {name: video}}")))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("needs both runtime.deployment.name and runtime.deployment.build-id");
  }

  @Test
  void explanation_hasEveryValueAndItsSource() {
    Configuration configuration =
        Configuration.of(
                Map.of(
                    "TEMPORAL_API_KEY", "k",
                    "LONGHAUL_HANDLERS_TRANSCODEHANDLER_ON_PAUSE", "STOP",
                    "LONGHAUL_HANDLERS_ELSEWHERE_ENABLED", "0"),
                Map.of("longhaul.runtime.drain-time", "90s"))
            .file(
                write(
                    """
                    handlers:
                      default:
                        cancellation-grace: 5s
                      TranscodeHandler:
                        heartbeat-interval: 10s
                    """));

    assertThat(rows(configuration.explain()))
        .contains(
            "connection.address localhost:7233 built-in",
            "connection.api-key set TEMPORAL_API_KEY",
            "connection.tls.enabled true follows from others",
            "connection.max-request-size 4MiB built-in",
            "runtime.drain-time 1m30s -Dlonghaul.runtime.drain-time",
            "handlers.default.cancellation-grace 5s " + folder.resolve("longhaul.yaml") + ":3:25",
            "handlers.default.on-pause by-form built-in",
            "handlers.TranscodeHandler.heartbeat-interval 10s "
                + folder.resolve("longhaul.yaml")
                + ":5:25",
            "handlers.TranscodeHandler.on-pause stop LONGHAUL_HANDLERS_TRANSCODEHANDLER_ON_PAUSE",
            "handlers.ELSEWHERE.enabled false LONGHAUL_HANDLERS_ELSEWHERE_ENABLED")
        .noneMatch(row -> row.startsWith("handlers.TRANSCODEHANDLER."));
  }

  @Test
  void secrets_areNeverShown() {
    Configuration configuration =
        Configuration.of(Map.of("TEMPORAL_GRPC_META_AUTHORIZATION", "hidden"), Map.of())
            .file(
                write(
                    """
                    connection:
                      headers: {x-key: hidden}
                      tls:
                        client-cert-data: hidden
                        client-key-data: hidden
                        server-ca-cert-data: hidden
                    """));

    assertThat(rows(configuration.explain()))
        .noneMatch(row -> row.contains("hidden"))
        .contains("connection.headers.authorization set TEMPORAL_GRPC_META_AUTHORIZATION")
        .anyMatch(row -> row.startsWith("connection.tls.client-key-data set "));
    assertThat(configuration).asString().doesNotContain("hidden");
    LonghaulModule module = LonghaulModule.fromEnvironment().configuration(configuration);
    assertThat(new Setup(module, List.of()).explain())
        .noneMatch(row -> row.toString().contains("hidden"));
    assertThat(module).asString().doesNotContain("hidden");
  }

  @Test
  void valueWithALineBreak_isOneRow() {
    assertThat(file("runtime: {identity: \"a\\nWARN b\"}").explain()).contains("a?WARN b");
  }

  @Test
  void wrongConfiguration_isRefused_withANumberForEachMistake() {
    Configuration wrong = file("runtime: {drain-time: 1, poll-drain: 2}");

    assertThatIllegalArgumentException()
        .isThrownBy(wrong::connection)
        .withMessageContainingAll("the configuration is wrong:", "  1) ", "  2) ");
    assertThatIllegalArgumentException().isThrownBy(wrong::explain);
    assertThatThrownBy(
            () ->
                LonghaulClient.connect(
                    LonghaulModule.forTarget("localhost:1").configuration(wrong)))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContainingAll("  1) ", "  2) ");
  }

  @Test
  void nothing_isWarnedOfTwice() {
    try (CapturedLog log = CapturedLog.open();
        LonghaulClient client =
            LonghaulClient.connect(
                LonghaulModule.forTarget("localhost:1")
                    .configuration(
                        Configuration.of(Map.of("LONGHAUL_RUNTIME_DRAIN", "1s"), Map.of())))) {
      assertThat(client.namespace()).isEqualTo("default");
      assertThat(log.entries())
          .filteredOn(entry -> entry.contains("LONGHAUL_RUNTIME_DRAIN "))
          .singleElement()
          .asString()
          .startsWith("WARN");
    }
  }

  private static List<String> rows(String table) {
    return table.lines().map(row -> row.strip().replaceAll(" +", " ")).toList();
  }

  private static Setup setup(Configuration configuration) {
    return new Setup(
            LonghaulModule.forTarget("localhost:1").configuration(configuration), List.of())
        .check();
  }

  private Configuration file(String text) {
    return Configuration.none().file(write(text));
  }

  private String write(String text) {
    try {
      return Files.writeString(folder.resolve("longhaul.yaml"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
