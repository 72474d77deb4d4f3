package dev.longhaul.runtime.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of each kind of mistake, and where. */
class MistakesTest {
  @TempDir Path folder;

  static Stream<Arguments> mistakeInTheFile_isToldWithItsPlace() {
    return Stream.of(
        // unknown keys
        mistake(
            "runtime:\n  drain-tme: 30s",
            "2:3: there is no setting \"runtime.drain-tme\"; did you mean \"runtime.drain-time\"?"),
        mistake(
            "runtime:\n  drainTime: 30s",
            "2:3: there is no setting \"runtime.drainTime\"; did you mean \"runtime.drain-time\"?"),
        mistake(
            "runtme:\n  drain-time: 30s\n  poll-drain: 1s",
            "1:1: there is no setting \"runtme\"; did you mean \"runtime\"?"),
        mistake(
            "runtime:\n  color: red",
            "2:3: there is no setting \"runtime.color\"; runtime has callback-threads, "),
        mistake(
            "handlers:\n  Transcode:\n    heartbeat_intervall: 5s",
            "3:5: there is no setting \"handlers.Transcode.heartbeat_intervall\"; did you mean"
                + " \"handlers.Transcode.heartbeat-interval\"?"),
        mistake(
            "heartbeat-interval: 5s",
            "1:1: there is no setting \"heartbeat-interval\"; did you mean"
                + " \"handlers.default.heartbeat-interval\"?"),
        mistake(
            "handlers:\n  heartbeat-interval: 5s",
            "2:23: handlers.heartbeat-interval is a section, and takes no value itself; it has"),
        mistake(
            "connection:\n  drain-time: 5s",
            "2:3: there is no setting \"connection.drain-time\"; did you mean"
                + " \"runtime.drain-time\"?"),
        mistake("<<: {a: b}", "1:1: there is no setting \"<<\"; there are connection, "),
        mistake(
            "queues:\n  media.eu/gpu:\n    polers: 3",
            "3:13: there is no setting \"queues.media.eu/gpu.polers\"; did you mean"
                + " \"queues.media.eu/gpu.pollers\"?"),
        mistake(
            "queues:\n  media:\n    color: red",
            "3:12: there is no setting \"queues.media.color\"; queues.media has"
                + " max-tasks-per-second, pollers"),
        mistake(
            "queue:\n  media:\n    pollers: 3",
            "1:1: there is no setting \"queue\"; did you mean \"queues\"?"),
        mistake(
            "runtime:\n  max-tasks-per-second: 5",
            "2:3: there is no setting \"runtime.max-tasks-per-second\"; did you mean"
                + " \"queues.<name>.max-tasks-per-second\"?"),
        mistake("queues:\n  media: 5", "2:10: queues.media is a section, and takes no value"),
        // wrong types
        mistake("runtime:\n  drain-time: 30", "2:15: runtime.drain-time: \"30\" has no unit"),
        mistake(
            "runtime:\n  drain-time: soon",
            "2:15: runtime.drain-time: \"soon\" is not a duration; write it like \"30s\""),
        mistake(
            "runtime:\n  drain-time: [1s, 2s]",
            "2:15: runtime.drain-time takes one value, and here is a list; write a duration"),
        mistake(
            "runtime:\n  drain-time:\n    seconds: 3",
            "3:5: runtime.drain-time takes one value, and here is a section; write a duration"),
        mistake(
            "runtime:\n  callback-threads: many",
            "2:21: runtime.callback-threads: \"many\" is not a whole number"),
        mistake(
            "runtime:\n  callback-threads: 4.5",
            "2:21: runtime.callback-threads: \"4.5\" is not a whole number"),
        mistake(
            "runtime:\n  retry:\n    factor: .nan",
            "3:13: runtime.retry.factor: \".nan\" is not a number"),
        mistake(
            "runtime:\n  complete-on-network-threads: yes",
            "2:32: runtime.complete-on-network-threads: \"yes\" is neither true nor false"),
        mistake(
            "connection:\n  max-request-size: 4 parsecs",
            "2:21: connection.max-request-size: \"4 parsecs\" is not a size; write it like 512KiB"),
        mistake(
            "handlers:\n  default:\n    on-pause: wait",
            "3:15: handlers.default.on-pause: \"wait\" is none of by-form, stop, continue"),
        mistake("runtime: 5", "1:10: runtime is a section, and takes no value itself; it has "),
        mistake("handlers: [a]", "1:11: handlers is a section, and takes no value itself"),
        mistake(
            "runtime:\n  drain-time:\n  poll-drain: 1s",
            "2:14: runtime.drain-time has no value; write one, or leave the key out"),
        mistake("runtime:\n  drain-time: ~", "2:15: runtime.drain-time has no value"),
        mistake("- runtime", "1:1: the file must have sections"),
        // out of range
        mistake(
            "runtime:\n  callback-threads: 0",
            "2:21: runtime.callback-threads: \"0\" is out of range; write a whole number of at"
                + " least 1"),
        mistake(
            "runtime:\n  drain-time: 1000d",
            "2:15: runtime.drain-time: \"1000d\" is out of range; write a duration of 0s to 365d"),
        mistake(
            "runtime:\n  retry:\n    jitter: 1.5",
            "3:13: runtime.retry.jitter: \"1.5\" is out of range; write a number of 0 to 1"),
        mistake(
            "handlers:\n  A:\n    heartbeat-interval: 0s",
            "3:25: handlers.A.heartbeat-interval: \"0s\" is out of range"),
        mistake(
            "handlers:\n  A:\n    max-concurrent: -1",
            "3:21: handlers.A.max-concurrent: \"-1\" is out of range"),
        mistake(
            "connection:\n  max-request-size: 1KiB",
            "2:21: connection.max-request-size: \"1KiB\" is out of range; write a size of at least"
                + " 64KiB"),
        mistake(
            "connection:\n  keep-alive:\n    interval: 1s",
            "3:15: connection.keep-alive.interval: \"1s\" is out of range"),
        mistake(
            "connection:\n  address: http://temporal",
            "2:12: connection.address: the target \"http://temporal\" is a URL"),
        mistake(
            "queues:\n  \"a: b\":\n    pollers: 0",
            "3:14: queues.a: b.pollers: \"0\" is out of range; write a whole number of at least 1"),
        mistake(
            "queues: {media: {max-tasks-per-second: 0}}",
            "1:40: queues.media.max-tasks-per-second: \"0\" is out of range; write a number of above"
                + " 0"),
        // what goes wrong in the file itself
        mistake(
            "runtime:\n  drain-time: 1s\n  drain-time: 2s",
            "3:15: runtime.drain-time is set twice, before at longhaul.yaml:2:15; keep one of"),
        mistake(
            "runtime.drain-time: 1s\nruntime:\n  drain-time: 2s",
            "3:15: runtime.drain-time is set twice"),
        mistake("runtime:\n\tdrain-time: 1s", "2:1: this is no YAML. Look here and just before"),
        mistake("runtime:\n  drain-time: \"1s", "2:18: this is no YAML"),
        mistake("runtime: {drain-time: 1s\n", "2:1: this is no YAML"),
        mistake("runtime:\n  drain-time: a: b", "2:16: this is no YAML"),
        mistake(
            "runtime:\n  drain-time: &a 1s\n  poll-drain: *a", "3:15: runtime.poll-drain: YAML's"),
        mistake("runtime:\n  ? [a]\n  : 1", "2:5: a key is one word"),
        mistake("runtime:\n---\nruntime:\n", "3:1: a second document begins here"));
  }

  private static Arguments mistake(String file, String told) {
    return arguments(file, "longhaul.yaml:" + told);
  }

  @ParameterizedTest
  @MethodSource
  void mistakeInTheFile_isToldWithItsPlace(String file, String told) {
    assertThat(new Given(folder).file(file).problems()).singleElement().asString().startsWith(told);
  }

  @Test
  void everyMistake_isToldAtOnce_inTheOrderOfTheFile_andOfAllSources() {
    Given given =
        new Given(folder)
            .file(
                """
                runtime:
                  drain-time: 30
                  callback-threads: 0
                  colour: red
                handlers:
                  Transcode:
                    on-pause: wait
                    heartbeat-intervl: 5s
                """)
            .variable("LONGHAUL_RUNTIME_POLL_DRAIN", "10")
            .variable("TEMPORAL_TLS", "maybe")
            .property("longhaul.handlers.Transcode.heartbeat-interval", "often")
            .property("longhaul.handler.Transcode.heartbeat-interval", "5s");

    assertThat(given.problems())
        .hasSize(9)
        .anyMatch(problem -> problem.startsWith("longhaul.yaml:2:15: runtime.drain-time: \"30\""))
        .anyMatch(problem -> problem.startsWith("longhaul.yaml:3:21: runtime.callback-threads"))
        .anyMatch(problem -> problem.startsWith("longhaul.yaml:4:3: there is no setting"))
        .anyMatch(problem -> problem.startsWith("longhaul.yaml:7:15: handlers.Transcode.on-pause"))
        .anyMatch(problem -> problem.startsWith("longhaul.yaml:8:5: there is no setting"))
        .anyMatch(problem -> problem.startsWith("LONGHAUL_RUNTIME_POLL_DRAIN: \"10\" has no unit"))
        .anyMatch(problem -> problem.startsWith("TEMPORAL_TLS: \"maybe\" is neither true"))
        .anyMatch(
            problem ->
                problem.startsWith(
                    "-Dlonghaul.handlers.Transcode.heartbeat-interval: \"often\" is not"))
        .anyMatch(
            problem ->
                problem.startsWith("-Dlonghaul.handler.Transcode.heartbeat-interval: there is no")
                    && problem.endsWith("did you mean \"handlers.Transcode.heartbeat-interval\"?"));
  }

  // A value that another source replaces today is wrong tomorrow.
  @Test
  void valueThatDoesNotCount_isCheckedToo() {
    Given given =
        new Given(folder)
            .file("runtime:\n  drain-time: soon")
            .property("longhaul.runtime.drain-time", "1s");

    assertThat(given.problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection:\n  api-key: sec ret",
        "connection:\n  api-key: [secret]",
        "connection:\n  api-key: *secret",
        "connection:\n  api-key: !secret!x y",
        "connection:\n  api-key: \"secret",
        "connection:\n  api-key: @secret",
        "connection:\n  api-key secret",
        "connection:\n  api-key: a\n   secret: b",
        "connection: secret",
        "connection:\n  tls:\n    client-key-data: \" \"\n    client-cert-data: secret",
        "secret"
      })
  void mistakeAboutASecret_doesNotQuoteIt(String file) {
    assertThat(new Given(folder).file(file).problems())
        .isNotEmpty()
        .noneMatch(problem -> problem.contains("sec ret") || problem.contains("secret"));
  }

  @Test
  void unknownProperty_isAnError() {
    assertThat(
            new Given(folder)
                .property("longhaul.runtime", "1")
                .property("longhaul.x", "1")
                .property("other.x", "1")
                .problems())
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("-Dlonghaul.runtime: runtime is a section"))
        .anyMatch(problem -> problem.startsWith("-Dlonghaul.x: there is no setting \"x\""));
  }

  static Stream<Arguments> unknownVariable_isAWarning() {
    return Stream.of(
        arguments("LONGHAUL_RUNTIME_DRAIN_TIM", "did you mean LONGHAUL_RUNTIME_DRAIN_TIME?"),
        arguments("LONGHAUL_QUEUES_MEDIA_POLERS", "did you mean LONGHAUL_QUEUES_MEDIA_POLLERS?"),
        arguments("LONGHAUL_CONNECTION_ADDRESS", "did you mean TEMPORAL_ADDRESS?"),
        arguments(
            "LONGHAUL_HANDLERS_TRANSCODE_HEARTBEAT_INTRVAL",
            "did you mean LONGHAUL_HANDLERS_TRANSCODE_HEARTBEAT_INTERVAL?"),
        arguments(
            "LONGHAUL_HANDLERS_MY_TRANSCODE_ENABELD",
            "did you mean LONGHAUL_HANDLERS_MY_TRANSCODE_ENABLED?"),
        // What Kubernetes makes of a service.
        arguments("LONGHAUL_SERVICE_HOST", "is no setting, and is ignored"),
        arguments("LONGHAUL_HANDLERS_X", "is no setting, and is ignored"));
  }

  @ParameterizedTest
  @MethodSource
  void unknownVariable_isAWarning(String variable, String told) {
    Values values = new Given(folder).variable(variable, "secret").read();

    assertThat(values.problems()).isEmpty();
    assertThat(values.warnings())
        .singleElement()
        .asString()
        .contains(variable + " is no setting")
        .endsWith(told)
        .doesNotContain("secret");
  }

  @Test
  void pathAndDataInOneSource_areOneTooMany() {
    assertThat(
            new Given(folder)
                .file("connection: {tls: {server-ca-cert-path: a, server-ca-cert-data: secret}}")
                .problems())
        .singleElement()
        .asString()
        .contains("server-ca-cert-path and ", "server-ca-cert-data are both set")
        .doesNotContain("secret");
  }
}
