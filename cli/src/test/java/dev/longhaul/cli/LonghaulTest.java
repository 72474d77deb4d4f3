package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command in this process, against the embedded server. */
class LonghaulTest {
  @TempDir Path folder;

  private static Map<String, String> environment() {
    return Map.of("TEMPORAL_ADDRESS", OpenActivity.target());
  }

  private static Ran run(String... arguments) {
    return Ran.with(environment(), "", arguments);
  }

  private static Ran run(OpenActivity activity, String command, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--workflow-id",
                activity.id().workflowId(),
                "--activity-id",
                activity.id().activityId()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void complete_byTokenInAFile() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path token = Files.writeString(folder.resolve("token"), activity.token() + "\n");

    Ran ran = run("complete", "--token-file", token.toString(), "--json", "{\"frames\": 1200}");

    assertThat(ran)
        .isEqualTo(
            new Ran(0, "complete: ok, activity " + activity.digest() + System.lineSeparator(), ""));
    assertThat(activity.end()).isEqualTo("completed {frames=1200}");
  }

  @Test
  void complete_byTokenFromStandardInput() {
    OpenActivity activity = OpenActivity.start();

    Ran ran = Ran.with(environment(), activity.token(), "complete", "--token", "-");

    assertThat(ran.exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("completed null");
  }

  @Test
  void complete_byIds_withTheResultInAFile() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path result = Files.writeString(folder.resolve("result.json"), "[1, \"zwölf\"]\n");

    Ran ran = run(activity, "complete", "--file", result.toString());

    assertThat(ran.exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("completed [1, zwölf]");
  }

  @Test
  void complete_withTheResultFromStandardInput() {
    OpenActivity activity = OpenActivity.start();

    Ran ran =
        Ran.with(
            environment(),
            "\"done\"",
            "complete",
            "--workflow-id=" + activity.id().workflowId(),
            "--run-id=" + activity.id().runId(),
            "--activity-id=" + activity.id().activityId(),
            "--file=-");

    assertThat(ran.exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("completed done");
  }

  @Test
  void secondComplete_isNotFound() {
    OpenActivity activity = OpenActivity.start();
    assertThat(run(activity, "complete").exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("completed null");

    Ran ran = run(activity, "complete", "--output", "json");

    assertThat(ran.exitCode()).isEqualTo(3);
    assertThat(ran.err()).isEmpty();
    JsonNode told = ran.json();
    assertThat(told.path("outcome").asText()).isEqualTo("not-found");
    assertThat(told.path("exitCode").asInt()).isEqualTo(3);
    assertThat(told.path("command").asText()).isEqualTo("complete");
    assertThat(told.path("code").asText()).isEqualTo("NOT_FOUND");
    assertThat(told.path("message").asText()).isNotEmpty();
    assertThat(told.path("activity").asText()).hasSize(12);
  }

  @Test
  void fail_tellsTheWorkflowWhy() {
    OpenActivity activity = OpenActivity.start();

    Ran ran =
        run(
            activity,
            "fail",
            "--type",
            "DiskFull",
            "--message",
            "no space",
            "--non-retryable",
            "--json",
            "{\"free\": 0}");

    assertThat(ran.exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("failed DiskFull, no space, for good, {free=0}");
  }

  @Test
  void heartbeat_tellsWhatIsAskedFor_andCancelReportsIt() {
    OpenActivity activity = OpenActivity.start();
    assertThat(run(activity, "heartbeat", "--json", "0.5").exitCode()).isZero();

    activity.cancel();
    Ran ran = run(activity, "heartbeat", "--erase-details");
    while (ran.exitCode() == 0) { // the workflow has the signal, but has not acted on it yet
      ran = run(activity, "heartbeat", "--erase-details");
    }

    assertThat(ran.exitCode()).isEqualTo(10);
    assertThat(ran.out()).startsWith("heartbeat: cancel-requested, activity ");
    assertThat(run(activity, "cancel", "--json", "\"half\"").exitCode()).isZero();
    assertThat(activity.end()).isEqualTo("canceled");
    assertThat(activity.canceledDetails()).containsExactly("\"half\"");
  }

  @Test
  void unreachableServer_isToldSo_afterTheTimeout() {
    Ran ran = run("complete", "--address", "127.0.0.1:1", "--activity-id", "a", "--timeout", "1s");

    assertThat(ran.exitCode()).isEqualTo(5);
    assertThat(ran.err()).startsWith("complete: unreachable, activity ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "complete",
        "complete --activity-id a --token -",
        "complete --workflow-id w",
        "complete --activity-id a --json 1 --file f",
        "complete --activity-id a --json {",
        "complete --activity-id a --json 1 --json 2",
        "complete --activity-id a --json=",
        "complete --activity-id a --file /nowhere/result.json",
        "complete --activity-id a --namespace= ",
        "complete --activity-id a --address nowhere",
        "complete --activity-id a --address nowhere:1 --no-tls --api-key-file /dev/null",
        "complete --activity-id a --timeout 30",
        "complete --activity-id a --tls-cert-file c",
        "complete --activity-id a --tls-ca-file /nowhere/ca.pem",
        "complete --activity-id a --profile nowhere",
        "complete --activity-id a --output yaml",
        "complete --token-file /nowhere/token",
        "complete --token - --file -",
        "heartbeat --activity-id a",
        "heartbeat --activity-id a --erase-details --json 1",
        "fail --activity-id a --next-retry-delay soon"
      })
  void wrongUsage_exitsWith2_andSaysWhatToDo(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ", -1);

    Ran text = run(arguments);
    assertThat(text.exitCode()).isEqualTo(2);
    assertThat(text.out()).isEmpty();
    assertThat(text.err()).contains(": usage: ").doesNotContain("\tat ");

    if (line.endsWith("yaml")) {
      return; // which is what is wrong with it
    }
    List<String> asJson = new ArrayList<>(List.of(arguments));
    asJson.add("--output=json");
    Ran json = run(asJson.toArray(String[]::new));
    assertThat(json.exitCode()).isEqualTo(2);
    assertThat(json.json().path("outcome").asText()).isEqualTo("usage");
    assertThat(json.err()).isEmpty();
  }

  // It would be in the shell's history, and in the list of processes.
  @Test
  void tokenOnTheCommandLine_isRefusedWithoutBeingRepeated() {
    String token = OpenActivity.start().token();

    Ran ran = run("complete", "--token", token);

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.all()).contains("--token-file").doesNotContain(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "", " "})
  void tokenThatIsNone_isRefusedWithoutBeingRepeated(String kind) {
    String token = OpenActivity.start().token();
    String input = kind.equals("cut") ? token.substring(0, token.length() - 3) : kind;

    Ran ran = Ran.with(environment(), input, "complete", "--token", "-", "--output", "json");

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.all()).contains("the token").doesNotContain(token.substring(0, 20));
  }

  @Test
  void valueThatIsNoJson_isToldByPlace_andNothingIsSent() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path result = Files.writeString(folder.resolve("result.json"), "{\n  \"card\": 4111x\n}");

    Ran ran = run(activity, "complete", "--file", result.toString());

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.err()).contains(result + " is no JSON, from line 2").doesNotContain("4111");
    assertThat(run(activity, "complete").exitCode()).isZero();
  }

  @Test
  void valueThatIsTooLarge_isRefused_andTheActivityStaysOpen() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path large = Files.writeString(folder.resolve("large.json"), '"' + "x".repeat(3_000_000) + '"');

    Ran ran = run(activity, "complete", "--file", large.toString());

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).startsWith("complete: refused, activity ");
    assertThat(run(activity, "complete").exitCode()).isZero();
  }

  @Test
  void apiKeyInAFile_isSent_andNeverShown() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path key = Files.writeString(folder.resolve("key"), "secret-key\n");

    Ran ran = run(activity, "complete", "--no-tls", "--api-key-file", key.toString());

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.all()).doesNotContain("secret-key");
  }

  @Test
  void profile_isBelowTheEnvironment_andOptionsAreAboveBoth() throws IOException {
    OpenActivity activity = OpenActivity.start();
    Path file =
        Files.writeString(
            folder.resolve("temporal.toml"),
            "[profile.here]\naddress = \"" + OpenActivity.target() + "\"\nnamespace = \"wrong\"\n");

    Ran ran =
        Ran.with(
            Map.of("TEMPORAL_CONFIG_FILE", file.toString(), "TEMPORAL_NAMESPACE", "wrong too"),
            activity.token(),
            "complete",
            "--token=-",
            "--profile=here",
            "--namespace=default");

    assertThat(ran.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "fail", "cancel", "heartbeat"})
  void help_hasExamplesAndExitCodes(String command) {
    Ran ran = run(command, "--help");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out())
        .contains("Examples:", "longhaul " + command, "Exit codes:", "--token-file");
  }

  @Test
  void help_ofTheCommand_namesItsCommands() {
    Ran ran = run("--help");

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("complete", "fail", "cancel", "heartbeat", "Examples:");
  }

  @ParameterizedTest
  @EnumSource
  void everyOutcome_isInTheDocumentation(Outcome outcome) throws IOException {
    assertThat(Files.readString(Path.of("../docs/cli.md")))
        .contains("| " + outcome.exitCode() + " | `" + outcome.word() + "` |");
  }
}
