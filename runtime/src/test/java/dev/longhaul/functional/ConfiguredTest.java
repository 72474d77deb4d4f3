package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What files, variables and properties do to handlers that run. */
class ConfiguredTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  @TempDir Path folder;

  /** It ends with its second heartbeat, which its annotation puts two hours away. */
  @AsyncActivityHandler(activityType = "Hourly", heartbeatInterval = "1h")
  static final class HourlyHandler {
    private final CompletableFuture<String> done = new CompletableFuture<>();
    private int beats;

    @OnStart
    CompletionStage<String> start() {
      return done;
    }

    @OnHeartbeat
    int beat() {
      if (++beats == 2) {
        done.complete("beaten twice");
      }
      return beats;
    }
  }

  @AsyncActivityHandler(activityType = "Hourly")
  static final class OtherHandler {
    @OnStart
    String start() {
      return "the other one";
    }
  }

  @AsyncActivityHandler(activityType = "Unplaced")
  static final class UnplacedHandler {
    @OnStart
    void start() {}
  }

  private static final Module HOURLY = new ConfiguredTest_HourlyHandler_AsyncActivityModule();
  private static final Module OTHER = new ConfiguredTest_OtherHandler_AsyncActivityModule();
  private static final Module UNPLACED = new ConfiguredTest_UnplacedHandler_AsyncActivityModule();

  @Test
  void intervalInTheFile_isThatOfTheRunningHandler() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(
        longhaul
            .module()
            .configuration(file("handlers: {HourlyHandler: {heartbeat-interval: 200ms}}")),
        HOURLY);

    assertThat(run()).isEqualTo("beaten twice");
  }

  @Test
  void disabledHandler_isNotServed_andInNobodysWay() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul.module().configuration(file("handlers: {HourlyHandler: {enabled: false}}")),
          HOURLY,
          OTHER);

      assertThat(run()).isEqualTo("the other one");
      assertThat(log.entries())
          .anyMatch(entry -> entry.startsWith("INFO HourlyHandler is disabled"));
    }
  }

  private String run() {
    return longhaul.workflow(ActivityWorkflow.class).run(Call.of("Hourly", longhaul.activities()));
  }

  @Test
  void queueInTheFile_isPolledAsItSays_andOneThatNoHandlerUsesIsWarnedOf() {
    String queue = longhaul.activities();
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul.configuredModule(
              file(
                  "queues: {"
                      + queue
                      + ": {pollers: 3, max-tasks-per-second: 50}, other: {pollers: 2}}")),
          HOURLY);

      assertThat(log.entries())
          .anyMatch(
              entry ->
                  entry.startsWith(
                          "INFO task queue " + queue + " is polled by up to 3 polls at once")
                      && entry.endsWith("at most 50.0 tasks a second"))
          .anyMatch(entry -> entry.contains("queues." + queue + ".pollers "))
          .anyMatch(
              entry ->
                  entry.startsWith("WARN ")
                      && entry.contains("\"other\", which no handler of this process uses"));
    }
  }

  @Test
  void start_tellsEveryValueAndItsSource_once() {
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul
              .module()
              .configuration(
                  file(
                      """
                      runtime:
                        callback-threads: 3
                      handlers:
                        HourlyHandler:
                          on-shutdown: release
                      """)),
          HOURLY);

      assertThat(log.entries())
          .filteredOn(entry -> entry.startsWith("INFO HourlyHandler handles Hourly, stage:"))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(rows(entry))
                    .contains(
                        "task-queue " + longhaul.activities() + " Java code, for all handlers",
                        "heartbeat-interval 1h annotation",
                        "expected-heartbeat-timeout none built-in",
                        "on-pause by-form: stop built-in",
                        "on-shutdown release " + folder.resolve("longhaul.yaml") + ":5:18");
                assertThat(rows(entry)).hasSize(10);
              });
      assertThat(log.entries())
          .filteredOn(entry -> entry.startsWith("INFO settings, file "))
          .singleElement()
          .satisfies(
              entry ->
                  assertThat(rows(entry))
                      .contains(
                          "runtime.drain-time 0s Java code", "runtime.retry.factor 1.7 built-in"));
    }
  }

  /** The rows of a table, with single spaces. */
  private static List<String> rows(String entry) {
    return entry.lines().skip(1).map(row -> row.strip().replaceAll(" +", " ")).toList();
  }

  @Test
  void everythingThatIsWrong_isToldWhenTheInjectorIsCreated() {
    LonghaulModule module =
        LonghaulModule.fromEnvironment()
            .configuration(
                Configuration.of(
                        Map.of(
                            "HOME", folder.toString(),
                            "TEMPORAL_TLS", "maybe",
                            "LONGHAUL_HANDLERS_HOURLY_HANDLER_ENABLED", "perhaps"),
                        Map.of("longhaul.runtime.drain-tim", "1s"))
                    .file(write("runtime:\n  callback-threads: 0")));

    CreationException refused =
        catchThrowableOfType(
            CreationException.class, () -> Guice.createInjector(module, HOURLY, OTHER, UNPLACED));

    assertThat(refused.getCause())
        .isInstanceOfSatisfying(
            LonghaulStartException.class,
            e ->
                assertThat(e.problems())
                    .hasSize(7)
                    .anyMatch(problem -> problem.contains("longhaul.yaml:2:21"))
                    .anyMatch(problem -> problem.startsWith("TEMPORAL_TLS: \"maybe\""))
                    .anyMatch(problem -> problem.startsWith("LONGHAUL_HANDLERS_HOURLY_HANDLER_"))
                    .anyMatch(problem -> problem.startsWith("-Dlonghaul.runtime.drain-tim:"))
                    .anyMatch(
                        problem -> problem.startsWith("handler UnplacedHandler has no task")));
  }

  @Test
  void handlersOfOtherProcesses_areWarnedOf() {
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul.module().configuration(file("handlers: {HourlyHandlr: {enabled: false}}")),
          HOURLY);

      assertThat(log.entries())
          .anyMatch(
              entry ->
                  entry.startsWith("WARN")
                      && entry.contains("\"HourlyHandlr\", which this process lacks")
                      && entry.endsWith("did you mean \"HourlyHandler\"?"));
    }
  }

  @Test
  void connectionInTheFile_thatCodeSetsItself_isWarnedOf() {
    try (CapturedLog log = CapturedLog.open()) {
      longhaul.start(
          longhaul.module().configuration(file("connection: {namespace: elsewhere}")), HOURLY);

      assertThat(log.entries())
          .anyMatch(
              entry -> entry.startsWith("WARN") && entry.contains("connection.namespace has no"));
    }
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
