package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.ActivityState;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.LonghaulClient;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A manager without handlers: its activities come from a poll of the application's own. */
class ManagerTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final HeartbeatInterval INTERVAL = HeartbeatInterval.every(Duration.ofMillis(100));

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private LonghaulClient connection;
  private LongRunningActivityManager manager;

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    Injector injector = Guice.createInjector(longhaul.module());
    connection = injector.getInstance(LonghaulClient.class);
    manager = injector.getInstance(LongRunningActivityManager.class);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void bareToken_isKeptAlive_andCompleted() throws Exception {
    WorkflowStub workflow = started(1);
    TaskToken token = TaskToken.of(polled().getTaskToken().asReadOnlyByteBuffer());
    AtomicInteger asked = new AtomicInteger();
    manager.startProcessing(
        HandOff.eraseDetails(token),
        ProcessingOptions.heartbeating(INTERVAL).heartbeatDetails(asked::incrementAndGet));

    // Several times the heartbeat timeout.
    await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() >= 30);
    ActivitySnapshot snapshot = manager.get(token).orElseThrow();
    assertThat(snapshot.state()).isEqualTo(ActivityState.RUNNING);
    assertThat(snapshot.digest()).isEqualTo(token.digest());
    assertThat(snapshot.id()).isEmpty();
    assertThat(snapshot.attempt()).isZero();
    assertThat(snapshot.age()).isGreaterThan(TIMEOUT.multipliedBy(2));
    assertThat(snapshot.lastAcknowledged()).isPresent();
    assertThat(snapshot.lastDetails()).isPresent();
    assertThat(snapshot.stopRequest()).isEmpty();

    done(manager.completeProcessing(token, "by token alone"));
    assertThat(manager.get(token)).isEmpty();
    assertThat(workflow.getResult(String.class)).isEqualTo("by token alone");
  }

  @Test
  void polledTask_isFoundByEachReference_andNamesItself() throws Exception {
    started(1);
    PollActivityTaskQueueResponse task = polled();
    HandOff handOff = handOff(task);
    manager.startProcessing(handOff, ProcessingOptions.heartbeating(INTERVAL));
    FullActivityId id = idOf(task);

    assertThat(manager.get(handOff.reference())).isPresent();
    assertThat(manager.get(id)).isPresent();
    assertThat(
            manager.get(FullActivityId.ofCurrentRun("default", id.workflowId(), id.activityId())))
        .isPresent();
    assertThat(manager.snapshot())
        .singleElement()
        .satisfies(
            snapshot -> {
              assertThat(snapshot.digest()).isEqualTo(id.digest());
              assertThat(snapshot.activityType()).isEqualTo("Polled");
              assertThat(snapshot.attempt()).isEqualTo(1);
              assertThat(snapshot.id()).contains(id);
            });
    assertThat(manager.drain(Duration.ofMillis(100)).get(20, TimeUnit.SECONDS)).isFalse();

    CompletableFuture<Boolean> drained = manager.drain(Duration.ofSeconds(20));
    done(manager.completeProcessing(id, "done"));
    assertThat(drained.get(20, TimeUnit.SECONDS)).isTrue();
    assertThat(failureOf(manager.completeProcessing(id, "again")))
        .isInstanceOf(ActivityNotFoundException.class);
  }

  @Test
  void failure_isRetried_withTheDetailsThatWereHandedOver() throws Exception {
    WorkflowStub workflow = started(2);
    manager.startProcessing(
        handOff(polled()),
        ProcessingOptions.heartbeating(INTERVAL).heartbeatDetails(() -> "so far"));
    done(manager.failProcessing(manager.snapshot().get(0).id().orElseThrow(), new Broken()));
    PollActivityTaskQueueResponse second = polled();

    assertThat(second.getAttempt()).isEqualTo(2);
    manager.startProcessing(handOff(second), ProcessingOptions.heartbeating(INTERVAL));
    done(manager.failProcessing(idOf(second), new Broken()));
    Throwable failure = catchThrowable(() -> workflow.getResult(String.class));
    assertThat(((ApplicationFailure) failure.getCause().getCause()).getType())
        .isEqualTo(Broken.class.getName());
  }

  @Test
  void cancellation_reachesTheListener_andIsReportedWithDetails() throws Exception {
    WorkflowStub workflow = started(1);
    BlockingQueue<StopRequest.Kind> stops = new LinkedBlockingQueue<>();
    PollActivityTaskQueueResponse task = polled();
    manager.startProcessing(
        handOff(task),
        ProcessingOptions.heartbeating(INTERVAL).onStop(why -> stops.add(why.kind())));
    workflow.cancel();

    assertThat(stops.poll(20, TimeUnit.SECONDS)).isEqualTo(StopRequest.Kind.CANCELLED);
    assertThat(manager.get(idOf(task)).orElseThrow().state()).isEqualTo(ActivityState.STOPPING);
    done(manager.cancelProcessing(idOf(task), "rows", 5));
    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();
    assertThat(History.of(workflow).canceledDetails()).containsExactly("\"rows\"", "5");
    assertThat(stops).isEmpty();
  }

  // The older entry is told and reports nothing: the newer one alone decides.
  @Test
  void tokenHandedOverAgain_replacesTheEntry() throws Exception {
    WorkflowStub workflow = started(1);
    PollActivityTaskQueueResponse task = polled();
    BlockingQueue<StopRequest.Kind> stops = new LinkedBlockingQueue<>();
    manager.startProcessing(
        handOff(task),
        ProcessingOptions.heartbeating(INTERVAL).onStop(why -> stops.add(why.kind())));
    manager.startProcessing(handOff(task), ProcessingOptions.heartbeating(INTERVAL));

    assertThat(stops.poll(20, TimeUnit.SECONDS)).isEqualTo(StopRequest.Kind.GONE);
    assertThat(manager.snapshot()).hasSize(1);
    CompletableFuture<Void> first = manager.completeProcessing(idOf(task), "first");
    Throwable second = catchThrowable(() -> done(manager.completeProcessing(idOf(task), "second")));
    done(first);
    assertThat(second.getCause())
        .isInstanceOfAny(OutcomeAlreadyDecidedException.class, ActivityNotFoundException.class);
    assertThat(workflow.getResult(String.class)).isEqualTo("first");
  }

  @Test
  void whatCannotBeLookedAfter_isRefused() throws Exception {
    started(1);
    HandOff handOff = handOff(polled());
    ProcessingOptions options = ProcessingOptions.heartbeating(INTERVAL);
    FullActivityId anyRun = FullActivityId.ofCurrentRun("default", "workflow", "activity");

    assertThatThrownBy(() -> manager.startProcessing(HandOff.eraseDetails(anyRun), options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("run id");
    manager.close();
    assertThatThrownBy(() -> manager.startProcessing(handOff, options))
        .isInstanceOf(IllegalStateException.class);
  }

  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static HandOff handOff(PollActivityTaskQueueResponse task) {
    return HandOff.eraseDetails(TaskToken.of(task.getTaskToken().asReadOnlyByteBuffer()))
        .id(idOf(task))
        .activityType(task.getActivityType().getName())
        .attempt(task.getAttempt())
        .heartbeatTimeout(TIMEOUT);
  }

  private static FullActivityId idOf(PollActivityTaskQueueResponse task) {
    return FullActivityId.of(
        "default",
        task.getWorkflowExecution().getWorkflowId(),
        task.getWorkflowExecution().getRunId(),
        task.getActivityId());
  }

  private PollActivityTaskQueueResponse polled() {
    return WorkflowServiceGrpc.newBlockingStub(connection.channel())
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace("default")
                .setTaskQueue(TaskQueue.newBuilder().setName(longhaul.activities()))
                .build());
  }

  private static void done(CompletableFuture<Void> call) throws Exception {
    call.get(20, TimeUnit.SECONDS);
  }

  private static Throwable failureOf(CompletableFuture<Void> call) {
    return catchThrowable(() -> done(call)).getCause();
  }

  private WorkflowStub started(int attempts) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(
        Call.of("Polled", longhaul.activities()).heartbeatTimeout(TIMEOUT).attempts(attempts));
    return workflow;
  }
}
