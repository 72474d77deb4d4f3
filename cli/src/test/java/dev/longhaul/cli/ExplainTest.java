package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code longhaul config explain}, with files and variables that a test makes up. */
class ExplainTest {
  @TempDir Path folder;

  @Test
  void everyValue_isToldWithItsSource_andNoSecret() throws IOException {
    Path file = write("handlers:\n  TranscodeHandler:\n    heartbeat-interval: 10s\n");

    Ran ran =
        explain(
            Map.of(
                "TEMPORAL_API_KEY", "secret-key",
                "LONGHAUL_HANDLERS_DEFAULT_ON_PAUSE", "stop"),
            "--config",
            file.toString(),
            "-Dlonghaul.runtime.drain-time=5m");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .contains(
            "connection.api-key set TEMPORAL_API_KEY",
            "connection.namespace default built-in",
            "runtime.drain-time 5m -Dlonghaul.runtime.drain-time",
            "runtime.callback-threads 4 built-in",
            "handlers.default.on-pause stop LONGHAUL_HANDLERS_DEFAULT_ON_PAUSE",
            "handlers.TranscodeHandler.heartbeat-interval 10s " + file + ":3:25")
        .anyMatch(line -> line.startsWith("Not known here:"));
    assertThat(ran.all()).doesNotContain("secret-key");
  }

  @Test
  void everythingThatIsWrong_isToldAtOnce() throws IOException {
    Path file = write("runtime:\n  drain-tme: 1s\n  callback-threads: 0\n");

    Ran ran = explain(Map.of("TEMPORAL_TLS", "maybe"), "--config=" + file);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.all())
        .contains(
            "1) " + file + ":2:3: there is no setting \"runtime.drain-tme\"",
            "did you mean \"runtime.drain-time\"?",
            file + ":3:21: runtime.callback-threads: \"0\" is out of range",
            "TEMPORAL_TLS: \"maybe\" is neither true nor false",
            "  3) ");
  }

  @Test
  void profileOfTemporalsFile_isRead() throws IOException {
    Path toml =
        Files.writeString(
            folder.resolve("temporal.toml"), "[profile.staging]\nnamespace = \"of-staging\"\n");

    Ran ran = explain(Map.of(), "--config-file=" + toml, "--profile=staging");

    assertThat(ran.out()).contains("of-staging", toml + ", profile.staging.namespace");
  }

  @Test
  void configAlone_isWrongUsage() {
    Ran ran = Ran.with(Map.of(), "", "config");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.all()).contains("say explain");
  }

  @Test
  void activityCommand_takesTheConnectionFromTheFile() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path file = write("connection: {address: \"" + OpenActivity.target() + "\"}");

    Ran ran =
        Ran.with(
            Map.of("LONGHAUL_CONFIG", file.toString()),
            activity.token(),
            "complete",
            "--token=-",
            "--json=1");

    assertThat(ran.exitCode()).as(ran.all()).isZero();
    assertThat(activity.end()).isEqualTo("completed 1");
  }

  private static Ran explain(Map<String, String> environment, String... options) {
    List<String> arguments = new ArrayList<>(List.of("config", "explain"));
    arguments.addAll(List.of(options));
    return Ran.with(environment, "", arguments.toArray(String[]::new));
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("worker.yaml"), text);
  }
}
