package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentOptions;
import dev.longhaul.proto.enums.v1.WorkerVersioningMode;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.RecordedCall;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How task queues are polled: how often, with what, and not beyond what there is room for. */
class PollingTest {
  private static final String QUEUE = "polled";

  private final Running running = new Running();
  private FakeTemporalService service = FakeTemporalService.start();
  private LonghaulRuntime runtime;

  /** Work that ends when the test wants it. */
  static final class Running {
    final Queue<CompletableFuture<String>> started = new ConcurrentLinkedQueue<>();
  }

  @AsyncActivityHandler(activityType = "Work", taskQueue = QUEUE)
  static final class WorkHandler {
    private final Running running;

    @Inject
    WorkHandler(Running running) {
      this.running = running;
    }

    @OnStart
    CompletionStage<String> start() {
      CompletableFuture<String> work = new CompletableFuture<>();
      running.started.add(work);
      return work;
    }
  }

  @AfterEach
  void stop() {
    if (runtime != null) {
      runtime.close();
    }
    service.close();
  }

  @Test
  void severalPolls_areOpenAtOnce() {
    start(options -> options.pollersPerQueue(3));

    service.awaitOpenPolls(QUEUE, 3);
  }

  @Test
  void queue_mayHaveMorePollersThanOthers() {
    start(options -> options.queue(QUEUE, QueueOptions.defaults().pollers(7)));

    service.awaitOpenPolls(QUEUE, 7);
  }

  @Test
  void fewerStartsThanPollersInASecond_meanFewerPolls() {
    start(module -> module.defaults(handler -> handler.ratePerSecond(2)), options -> options);

    service.awaitOpenPolls(QUEUE, 2);
  }

  // Forbidden: a task is taken that cannot be started, and its time runs.
  @Test
  void atTheLimitOfTheHandler_nothingIsPolled() {
    start(module -> module.defaults(handler -> handler.maxConcurrent(2)), options -> options);

    onlyTwoRunAtOnce();
  }

  @Test
  void atTheLimitOfTheProcess_nothingIsPolled() {
    start(options -> options.maxConcurrentActivities(2));

    onlyTwoRunAtOnce();
  }

  private void onlyTwoRunAtOnce() {
    List<FakeActivity> activities = IntStream.range(0, 5).mapToObj(i -> schedule()).toList();
    for (int ended = 0; ended < activities.size(); ended++) {
      int expected = Math.min(ended + 2, activities.size());
      await().until(() -> running.started.size() == expected);
      if (expected < activities.size()) {
        assertThat(service.openPolls(QUEUE)).isZero();
        assertThat(service.calls(Rpc.POLL)).hasSize(expected);
      }
      List.copyOf(running.started).get(ended).complete("done");
      int completed = ended + 1;
      await().until(() -> service.calls(Rpc.COMPLETE).size() == completed);
    }
    service.awaitOpenPolls(QUEUE, 2);
  }

  // A poll without it would take the limit away.
  @Test
  void everyPoll_tellsTheLimitOfTheServer() {
    start(options -> options.queue(QUEUE, QueueOptions.defaults().maxTasksPerSecond(12.5)));
    service.awaitOpenPolls(QUEUE, 5);
    service.endPolls(QUEUE);
    service.awaitCalls(Rpc.POLL, 10);

    assertThat(service.calls(Rpc.POLL))
        .extracting(call -> poll(call).getTaskQueueMetadata().getMaxTasksPerSecond().getValue())
        .containsOnly(12.5);
  }

  @Test
  void deployment_isToldByPollsAndReports() {
    start(options -> options.deployment(video("7")));
    schedule();
    await().until(() -> running.started.size() == 1);
    running.started.element().complete("done");

    WorkerDeploymentOptions version =
        WorkerDeploymentOptions.newBuilder()
            .setDeploymentName("video")
            .setBuildId("7")
            .setWorkerVersioningMode(WorkerVersioningMode.WORKER_VERSIONING_MODE_VERSIONED)
            .build();
    assertThat(service.awaitCalls(Rpc.COMPLETE, 1))
        .extracting(
            call -> call.request(RespondActivityTaskCompletedRequest.class).getDeploymentOptions())
        .containsExactly(version);
    assertThat(service.calls(Rpc.POLL))
        .extracting(call -> poll(call).getDeploymentOptions())
        .containsOnly(version);
  }

  @Test
  void close_letsTheServerAnswerTheOpenPolls_whereItCan() {
    service.close();
    service = FakeTemporalService.builder().endsPollsOnShutdown().start();
    start(options -> options.pollDrain(Duration.ofMinutes(10)));
    service.awaitOpenPolls(QUEUE, 5);
    String key = poll(service.calls(Rpc.POLL).get(0)).getWorkerInstanceKey();
    runtime.close();

    assertThat(service.calls(Rpc.SHUTDOWN_WORKER))
        .singleElement()
        .satisfies(
            call -> {
              ShutdownWorkerRequest request = call.request(ShutdownWorkerRequest.class);
              assertThat(request.getWorkerInstanceKey()).isNotEmpty().isEqualTo(key);
              assertThat(request.getTaskQueue()).isEqualTo(QUEUE);
            });
  }

  @Test
  void refusedPolls_areToldOnce_andSoIsTheirEnd() {
    service
        .faults()
        .next(8, Rpc.POLL)
        .refuse(Status.PERMISSION_DENIED.withDescription("Request unauthorized."));
    try (CapturedLog log = CapturedLog.open()) {
      start(options -> options);
      service.awaitOpenPolls(QUEUE, 5);
      schedule();
      await().until(() -> running.started.size() == 1);

      assertThat(log.entries())
          .filteredOn(entry -> entry.contains("polling task queue " + QUEUE))
          .hasSize(2)
          .satisfies(
              entries -> {
                assertThat(entries.get(0)).startsWith("ERROR").contains("Request unauthorized.");
                assertThat(entries.get(1)).startsWith("INFO").contains("works again");
              });
    }
  }

  // The server says nothing to such a process: its polls are just empty.
  @Test
  void queueWhoseTasksGoToAVersion_isWarnedOf_byAProcessWithoutOne() {
    service.setCurrentVersion(QUEUE, "video", "7");

    assertThat(warningAfterEmptyPolls(options -> options))
        .contains("version video:7", "polls without a version", "RuntimeOptions.deployment");
  }

  @Test
  void queueWhoseTasksGoToAnotherVersion_isWarnedOf() {
    service.setCurrentVersion(QUEUE, "video", "7");

    assertThat(warningAfterEmptyPolls(options -> options.deployment(video("6"))))
        .contains("version video:7", "polls as video:6", "pinned");
  }

  @Test
  void queueWithoutACurrentVersion_isWarnedOf_byAProcessWithOne() {
    assertThat(warningAfterEmptyPolls(options -> options.deployment(video("7"))))
        .contains("no version", "polls as video:7", "set-current-version");
  }

  @Test
  void ownVersion_isNotWarnedOf() {
    service.setCurrentVersion(QUEUE, "video", "7");

    assertThat(warningsAfterEmptyPolls(options -> options.deployment(video("7")))).isEmpty();
  }

  @Test
  void serverThatDoesNotTellVersions_isLeftAlone() {
    service.faults().next(Rpc.DESCRIBE_TASK_QUEUE).refuse(Status.UNIMPLEMENTED);

    assertThat(warningsAfterEmptyPolls(options -> options)).isEmpty();
  }

  private String warningAfterEmptyPolls(UnaryOperator<RuntimeOptions.Builder> change) {
    try (CapturedLog log = CapturedLog.open()) {
      start(change);
      emptyPolls();
      await().until(() -> !warnings(log).isEmpty());
      emptyPolls();

      assertThat(warnings(log)).hasSize(1);
      assertThat(service.calls(Rpc.DESCRIBE_TASK_QUEUE)).hasSize(1);
      return warnings(log).get(0);
    }
  }

  private List<String> warningsAfterEmptyPolls(UnaryOperator<RuntimeOptions.Builder> change) {
    try (CapturedLog log = CapturedLog.open()) {
      start(change);
      emptyPolls();
      service.awaitCalls(Rpc.DESCRIBE_TASK_QUEUE, 1);
      emptyPolls();
      return warnings(log);
    }
  }

  private void emptyPolls() {
    service.awaitOpenPolls(QUEUE, 5);
    service.endPolls(QUEUE);
    service.awaitOpenPolls(QUEUE, 5);
  }

  private static List<String> warnings(CapturedLog log) {
    return log.entries().stream()
        .filter(entry -> entry.startsWith("WARN") && entry.contains(QUEUE))
        .toList();
  }

  private static WorkerDeployment video(String buildId) {
    return new WorkerDeployment("video", buildId, VersioningMode.VERSIONED);
  }

  private void start(UnaryOperator<RuntimeOptions.Builder> change) {
    start(module -> module, change);
  }

  private void start(
      UnaryOperator<LonghaulModule> module, UnaryOperator<RuntimeOptions.Builder> change) {
    Injector injector =
        Guice.createInjector(
            module.apply(
                LonghaulModule.forChannel(service.newChannel())
                    .options(change.apply(Longhaul.OPTIONS.toBuilder()).build())),
            new PollingTest_WorkHandler_AsyncActivityModule(),
            binder -> binder.bind(Running.class).toInstance(running));
    runtime = injector.getInstance(LonghaulRuntime.class).start();
  }

  private FakeActivity schedule() {
    return service.schedule(
        ActivitySpec.of("Work", QUEUE).startToCloseTimeout(Duration.ofMinutes(10)));
  }

  private static PollActivityTaskQueueRequest poll(RecordedCall call) {
    return call.request(PollActivityTaskQueueRequest.class);
  }
}
