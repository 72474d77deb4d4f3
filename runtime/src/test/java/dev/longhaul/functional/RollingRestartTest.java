package dev.longhaul.functional;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.longhaul.api.TaskToken;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulClient;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two processes on one queue, again and again one is replaced while both work: by SIGTERM, as an
 * upgrade does it, and by SIGKILL.
 */
class RollingRestartTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int RENDERS = 3;
  private static final int ROUNDS = 2;

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final List<RollingProcess> running = new ArrayList<>();
  private final List<RollingProcess> all = new ArrayList<>();
  private final List<WorkflowStub> steps = new ArrayList<>();
  private final List<WorkflowStub> renders = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private LonghaulClient client;

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    client = LonghaulClient.connect(longhaul.module());
    startProcess();
    startProcess();
    assumeTrue(running.get(0).canBeTerminated());
  }

  @AfterEach
  void stop() {
    all.forEach(RollingProcess::close);
    client.close();
  }

  // Forbidden: a workflow that does not end, work that was stopped properly and waits for a timeout
  // all the same, and an activity with a single attempt that is lost though its work was done.
  @Test
  void everyWorkflowFinishes_whicheverProcessEndsHow() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      RollingProcess terminated = replaced();
      terminated.terminate();
      assertThat(terminated.stopped()).isNotEmpty();
      assertAllReleased(terminated);
      completeRenders();

      replaced().kill();
      completeRenders();
    }

    for (WorkflowStub workflow : steps) {
      assertThat(result(workflow)).isEqualTo("done");
    }
    for (WorkflowStub workflow : renders) {
      assertThat(result(workflow)).isEqualTo("rendered");
    }
    assertThat(Stream.concat(steps.stream(), renders.stream()))
        .allSatisfy(
            workflow ->
                assertThat(History.of(workflow).count(EVENT_TYPE_ACTIVITY_TASK_COMPLETED)).isOne());
    assertStoppedAttemptsDidNotTimeOut();
  }

  private void startProcess() {
    RollingProcess process =
        RollingProcess.start(TemporalServer.get().target(), longhaul.activities());
    all.add(process);
    running.add(process);
    await().atMost(PATIENCE).until(process::isReady);
  }

  /**
   * Starts another process and workflows; one that is in the middle of work, and out of service.
   */
  private RollingProcess replaced() {
    startProcess();
    startRenders();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              startStep(); // one more, as long as those that were started are done too soon
              return running.stream().anyMatch(RollingProcess::isWorking);
            });
    RollingProcess ending =
        running.stream().filter(RollingProcess::isWorking).findFirst().orElseThrow();
    running.remove(ending);
    return ending;
  }

  private void startStep() {
    steps.add(
        started(
            Call.of("Steps", longhaul.activities())
                .heartbeatTimeout(Duration.ofSeconds(3))
                .attempts(0)));
  }

  private void startRenders() {
    for (int i = 0; i < RENDERS; i++) {
      renders.add(
          started(
              Call.of("Render", longhaul.activities())
                  .startToClose(PATIENCE.multipliedBy(2))
                  .attempts(1)));
    }
    await().atMost(PATIENCE).until(() -> tokens().size() == renders.size());
  }

  private WorkflowStub started(Call call) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(call);
    return workflow;
  }

  private List<String> tokens() {
    return all.stream().flatMap(process -> process.rendering().stream()).toList();
  }

  private void completeRenders() throws Exception {
    for (String token : tokens().stream().filter(this::isOpen).toList()) {
      client.complete(TaskToken.parse(token), "rendered").get(30, TimeUnit.SECONDS);
      done.add(token);
    }
  }

  private boolean isOpen(String token) {
    return !done.contains(token);
  }

  private static String result(WorkflowStub workflow) throws Exception {
    return workflow.getResult(PATIENCE.toSeconds(), TimeUnit.SECONDS, String.class);
  }

  // Without heartbeats it does not learn of those that were completed elsewhere.
  private static void assertAllReleased(RollingProcess ended) {
    assertThat(ended.said())
        .filteredOn(line -> line.contains("is released"))
        .hasSameSizeAs(ended.rendering());
  }

  // A real server writes down with an attempt how the one before it failed; the embedded one does
  // not.
  private void assertStoppedAttemptsDidNotTimeOut() {
    List<String> stopped = all.stream().flatMap(process -> process.stopped().stream()).toList();
    for (WorkflowStub workflow : steps) {
      ActivityTaskStartedEventAttributes last = History.of(workflow).started();
      String before = workflow.getExecution().getWorkflowId() + " " + (last.getAttempt() - 1);
      if (stopped.contains(before) && last.hasLastFailure()) {
        assertThat(last.getLastFailure().getApplicationFailureInfo().getType())
            .isEqualTo("WorkerShutdown");
      }
    }
  }
}
