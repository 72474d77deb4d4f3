package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cancelling the workflow reaches the work, and the work's answer reaches the workflow. */
class CancellationTest {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Seen seen = new Seen();

  /** What the handlers saw and what they wait for. */
  static final class Seen {
    final CountDownLatch started = new CountDownLatch(1);
    final BlockingQueue<StopRequest.Kind> stops = new LinkedBlockingQueue<>();
    final CompletableFuture<String> result = new CompletableFuture<>();
    final CompletableFuture<PendingActivity<String>> pending = new CompletableFuture<>();
    final CountDownLatch interrupted = new CountDownLatch(1);

    StopRequest.Kind nextStop() throws InterruptedException {
      return stops.poll(20, TimeUnit.SECONDS);
    }
  }

  @AsyncActivityHandler(activityType = "Blocking")
  static final class CancelledBlockingHandler {
    private final Seen seen;

    @Inject
    CancelledBlockingHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start() throws InterruptedException {
      seen.started.countDown();
      try {
        new CountDownLatch(1).await();
        return "never";
      } catch (InterruptedException e) {
        seen.interrupted.countDown();
        throw e;
      }
    }

    @OnCancel
    String cancel(StopRequest why) {
      seen.stops.add(why.kind());
      return "blocking stopped";
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class CancelledStageHandler {
    private final Seen seen;

    @Inject
    CancelledStageHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start() {
      seen.started.countDown();
      return seen.result;
    }

    @OnCancel
    String cancel(ActivityContext context, StopRequest why) {
      seen.stops.add(why.kind());
      seen.result.completeExceptionally(new IllegalStateException("job aborted"));
      return "stage stopped";
    }
  }

  @AsyncActivityHandler(activityType = "Stubborn")
  static final class StubbornHandler {
    private final Seen seen;

    @Inject
    StubbornHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start() {
      seen.started.countDown();
      return seen.result;
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.stops.add(why.kind());
      seen.result.complete("finished all the same");
    }
  }

  @AsyncActivityHandler(activityType = "Deaf", cancellationGrace = "300ms")
  @SuppressWarnings("LH084")
  static final class DeafHandler {
    private final Seen seen;

    @Inject
    DeafHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      pending.onStop(why -> seen.stops.add(why.kind()));
      seen.started.countDown();
    }
  }

  @AsyncActivityHandler(activityType = "External")
  static final class CancelledExternalHandler {
    private final Seen seen;

    @Inject
    CancelledExternalHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      seen.pending.complete(pending);
      seen.started.countDown();
    }

    @OnCancel
    void cancel(StopRequest why, PendingActivity<String> pending) {
      seen.stops.add(why.kind());
      pending.reportCancellation("external stopped", 7);
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void blocking_isInterrupted_andItsDetailsReachTheHistory() throws Exception {
    WorkflowStub workflow =
        start("Blocking", new CancellationTest_CancelledBlockingHandler_AsyncActivityModule());
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.CANCELLED);
    assertThat(seen.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    assertCanceledWith(workflow, "\"blocking stopped\"");
  }

  // The hook aborts the work, which fails while the hook runs: that is no failure of the activity.
  @Test
  void stage_thatItsHookAborts_isCanceledWithTheHooksDetails() throws Exception {
    WorkflowStub workflow =
        start("Stage", new CancellationTest_CancelledStageHandler_AsyncActivityModule());
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.CANCELLED);
    assertCanceledWith(workflow, "\"stage stopped\"");
    assertThat(seen.stops).isEmpty();
  }

  @Test
  void external_reportsTheCancellation_withItsDetails() throws Exception {
    WorkflowStub workflow =
        start("External", new CancellationTest_CancelledExternalHandler_AsyncActivityModule());
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.CANCELLED);
    assertCanceledWith(workflow, "\"external stopped\"", "7");
  }

  @Test
  void valueAfterTheRequest_completes() throws Exception {
    WorkflowStub workflow =
        start("Stubborn", new CancellationTest_StubbornHandler_AsyncActivityModule());
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.CANCELLED);
    await().until(() -> event(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED).isPresent());
    assertThat(event(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED)).isEmpty();
  }

  @Test
  void workThatDoesNotEnd_isCanceledWhenItsGraceIsOver() throws Exception {
    WorkflowStub workflow = start("Deaf", new CancellationTest_DeafHandler_AsyncActivityModule());
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.CANCELLED);
    assertCanceledWith(workflow);
  }

  @Test
  void cancellationThatNobodyRequested_isRefused_andTheActivityStaysOpen() throws Exception {
    WorkflowStub workflow =
        start("External", new CancellationTest_CancelledExternalHandler_AsyncActivityModule());
    PendingActivity<String> pending = seen.pending.get(20, TimeUnit.SECONDS);

    assertThat(catchThrowable(() -> pending.reportCancellation().get(20, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(CancellationNotRequestedException.class);
    pending.complete("still open").get(20, TimeUnit.SECONDS);
    assertThat(workflow.getResult(String.class)).isEqualTo("still open");
  }

  @Test
  void tryCancel_theWorkflowClosesAtOnce_andTheWorkIsGone() throws Exception {
    WorkflowStub workflow =
        start(
            "Stage",
            new CancellationTest_CancelledStageHandler_AsyncActivityModule(),
            ActivityCancellationType.TRY_CANCEL);
    workflow.cancel();

    assertThat(catchThrowable(() -> workflow.getResult(String.class)))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.GONE);
  }

  @Test
  void abandon_theWorkflowClosesAtOnce_andTheWorkIsGone() throws Exception {
    WorkflowStub workflow =
        start(
            "Stage",
            new CancellationTest_CancelledStageHandler_AsyncActivityModule(),
            ActivityCancellationType.ABANDON);
    workflow.cancel();

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.GONE);
    assertThat(event(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED)).isEmpty();
  }

  @Test
  void terminatedWorkflow_endsTheWork_andNothingIsReported() throws Exception {
    WorkflowStub workflow =
        start("Stage", new CancellationTest_CancelledStageHandler_AsyncActivityModule());
    workflow.terminate("test");

    assertThat(seen.nextStop()).isEqualTo(StopRequest.Kind.GONE);
    await().until(() -> manager.snapshot().isEmpty());
  }

  private LongRunningActivityManager manager;

  private void assertCanceledWith(WorkflowStub workflow, String... details) {
    assertThat(catchThrowable(() -> workflow.getResult(String.class)))
        .isInstanceOf(WorkflowFailedException.class);
    HistoryEvent canceled =
        event(workflow, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED).orElseThrow();
    assertThat(
            canceled
                .getActivityTaskCanceledEventAttributes()
                .getDetails()
                .getPayloadsList()
                .stream()
                .map(payload -> payload.getData().toStringUtf8()))
        .containsExactly(details);
    await().until(() -> manager.snapshot().isEmpty());
  }

  private Optional<HistoryEvent> event(WorkflowStub workflow, EventType type) {
    List<HistoryEvent> events =
        longhaul
            .client()
            .fetchHistory(workflow.getExecution().getWorkflowId())
            .getHistory()
            .getEventsList();
    return events.stream().filter(event -> event.getEventType() == type).findFirst();
  }

  private WorkflowStub start(String type, Module handler) throws InterruptedException {
    return start(type, handler, ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
  }

  private WorkflowStub start(String type, Module handler, ActivityCancellationType cancellation)
      throws InterruptedException {
    Module collaborators =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Seen.class).toInstance(seen);
          }
        };
    manager =
        longhaul
            .start(
                longhaul
                    .module()
                    .defaults(
                        defaults ->
                            defaults.taskQueue(longhaul.activities()).heartbeatInterval(INTERVAL)),
                handler,
                collaborators)
            .getInstance(LongRunningActivityManager.class);
    ActivityWorkflow workflow = longhaul.workflow(ActivityWorkflow.class);
    WorkflowStub stub = longhaul.started(workflow);
    stub.start(Call.of(type, longhaul.activities()).cancellation(cancellation));
    assertThat(seen.started.await(20, TimeUnit.SECONDS)).isTrue();
    return stub;
  }
}
