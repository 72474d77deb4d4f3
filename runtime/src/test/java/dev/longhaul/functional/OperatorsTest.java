package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators pause, unpause and reset activities whose work is running. */
class OperatorsTest {
  private static final String QUEUE = "operated";

  private final FakeTemporalService service = FakeTemporalService.start();
  private final Seen seen = new Seen();
  private LonghaulRuntime runtime;
  private LongRunningActivityManager manager;

  /** What the handlers saw. */
  static final class Seen {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final BlockingQueue<PendingActivity<String>> pending = new LinkedBlockingQueue<>();
    final CompletableFuture<String> stage = new CompletableFuture<>();
  }

  /** Its first attempt waits for ever. */
  @AsyncActivityHandler(activityType = "Blocking")
  static final class OperatedBlockingHandler {
    private final Seen seen;

    @Inject
    OperatedBlockingHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    String start(ActivityContext context) throws InterruptedException {
      if (context.attempt() > 1) {
        return "attempt " + context.attempt();
      }
      context.onPause(event -> seen.events.add(event.name()));
      new CountDownLatch(1).await();
      return "never";
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.events.add("cancel " + why.kind());
    }
  }

  @AsyncActivityHandler(activityType = "Stage", onPause = PauseAction.CONTINUE)
  static final class OperatedStageHandler {
    private final Seen seen;

    @Inject
    OperatedStageHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    CompletionStage<String> start(ActivityContext context) {
      context.onPause(event -> seen.events.add(event.name()));
      return seen.stage;
    }
  }

  @AsyncActivityHandler(activityType = "External", cancellationGrace = "200ms")
  static final class OperatedExternalHandler {
    private final Seen seen;

    @Inject
    OperatedExternalHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      seen.pending.add(pending);
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.events.add("cancel " + why.kind() + ", " + why.reason());
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forChannel(service.newChannel())
                .options(Longhaul.OPTIONS)
                .defaults(
                    handler -> handler.taskQueue(QUEUE).heartbeatInterval(Duration.ofMillis(50))),
            new OperatorsTest_OperatedBlockingHandler_AsyncActivityModule(),
            new OperatorsTest_OperatedStageHandler_AsyncActivityModule(),
            new OperatorsTest_OperatedExternalHandler_AsyncActivityModule(),
            collaborators);
    runtime = injector.getInstance(LonghaulRuntime.class).start();
    manager = injector.getInstance(LongRunningActivityManager.class);
  }

  @AfterEach
  void stop() {
    runtime.close();
    service.close();
  }

  @Test
  void pausedBlockingWork_isStopped_andStartsAgainAfterThePause() throws Exception {
    FakeActivity activity = started("Blocking");
    activity.pause();
    assertThat(event()).isEqualTo("cancel PAUSED");
    await().until(() -> lastFailure(activity).equals("ActivityPause"));
    assertThat(activity.outcome()).isEmpty();

    activity.unpause();
    assertCompleted(activity, "\"attempt 2\"");
  }

  @Test
  void pausedWorkThatGoesOn_isTold_andItsResultCounts() throws Exception {
    FakeActivity activity = started("Stage");
    activity.pause();
    assertThat(event()).isEqualTo(PauseEvent.PAUSED.name());
    activity.unpause();
    assertThat(event()).isEqualTo(PauseEvent.RESUMED.name());
    activity.pause();
    assertThat(event()).isEqualTo(PauseEvent.PAUSED.name());
    seen.stage.complete("done");

    assertCompleted(activity, "\"done\"");
  }

  @Test
  void listenerOfPauses_thatComesLate_isToldOfThePause() throws Exception {
    FakeActivity activity = started("External");
    PendingActivity<String> pending = seen.pending.poll(20, TimeUnit.SECONDS);
    activity.pause();
    await().until(() -> manager.snapshot().get(0).paused());
    assertThat(pending.currentStopRequest()).isEmpty();
    pending.throwIfStopped();
    pending.onPause(event -> seen.events.add(event.name()));

    assertThat(event()).isEqualTo(PauseEvent.PAUSED.name());
    activity.requestCancel();
    assertThat(event()).startsWith("cancel CANCELLED");
    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Cancelled.class);
  }

  // A failure would be the last one, and end what the operator only wanted to pause.
  @Test
  void pausedLastAttempt_goesOn() throws Exception {
    FakeActivity activity = service.schedule(spec("Blocking").maximumAttempts(1));
    activity.awaitStarted(1);
    activity.pause();

    assertThat(event()).isEqualTo(PauseEvent.PAUSED.name());
    assertThat(activity.outcome()).isEmpty();
  }

  @Test
  void firstAttemptThatIsReset_failsRetryably() throws Exception {
    FakeActivity activity = started("External");
    seen.pending.poll(20, TimeUnit.SECONDS);
    activity.reset();

    assertThat(event()).startsWith("cancel RESET");
    await().until(() -> lastFailure(activity).equals("ActivityReset"));
    assertThat(activity.outcome()).isEmpty();
  }

  // The server counts from one at once and no longer knows the token: nothing can be reported.
  @Test
  void laterAttemptThatIsReset_isGone_andTheReasonSaysSo() throws Exception {
    FakeActivity activity = started("External");
    seen.pending.poll(20, TimeUnit.SECONDS).fail(new IllegalStateException("first"));
    await().until(() -> activity.attempt() == 2);
    activity.endBackoff();
    activity.awaitStarted(2);
    seen.pending.poll(20, TimeUnit.SECONDS);
    activity.reset();

    assertThat(event()).startsWith("cancel GONE").contains("was reset");
    await().until(() -> manager.snapshot().isEmpty());
    assertThat(activity.outcome()).isEmpty();
  }

  private FakeActivity started(String type) {
    FakeActivity activity = service.schedule(spec(type).maximumAttempts(5));
    activity.awaitStarted(1);
    return activity;
  }

  private static ActivitySpec spec(String type) {
    return ActivitySpec.of(type, QUEUE)
        .startToCloseTimeout(Duration.ofMinutes(10))
        .heartbeatTimeout(Duration.ofSeconds(30));
  }

  private String event() throws InterruptedException {
    return seen.events.poll(20, TimeUnit.SECONDS);
  }

  private static String lastFailure(FakeActivity activity) {
    return activity
        .pending()
        .map(pending -> pending.getLastFailure().getApplicationFailureInfo().getType())
        .orElse("");
  }

  private static void assertCompleted(FakeActivity activity, String json) {
    assertThat(activity.awaitOutcome())
        .isInstanceOfSatisfying(
            ActivityOutcome.Completed.class,
            completed ->
                assertThat(completed.result().getPayloads(0).getData().toStringUtf8())
                    .isEqualTo(json));
  }
}
