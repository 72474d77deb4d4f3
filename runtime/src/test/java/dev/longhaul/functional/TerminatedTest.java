package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Module;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A workflow that is terminated takes its activity with it: the work ends, nothing is reported. */
class TerminatedTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Seen seen = new Seen();
  private LongRunningActivityManager manager;

  /** What the handlers saw. */
  static final class Seen {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final CompletableFuture<PendingActivity<String>> pending = new CompletableFuture<>();
    final BlockingQueue<StopRequest> hooks = new LinkedBlockingQueue<>();
  }

  @AsyncActivityHandler(activityType = "Blocking")
  static final class TerminatedBlockingHandler {
    private final Seen seen;

    @Inject
    TerminatedBlockingHandler(Seen seen) {
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
    void cancel(StopRequest why) {
      seen.hooks.add(why);
    }
  }

  @AsyncActivityHandler(activityType = "External", cancellationGrace = "1h")
  static final class TerminatedExternalHandler {
    private final Seen seen;

    @Inject
    TerminatedExternalHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      seen.pending.complete(pending);
      seen.started.countDown();
    }

    @OnCancel
    void cancel(StopRequest why) {
      seen.hooks.add(why);
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);
    longhaul.workflows(ActivityWorkflow.Impl.class);
    manager =
        longhaul
            .start(
                longhaul
                    .module()
                    .defaults(
                        defaults ->
                            defaults
                                .taskQueue(longhaul.activities())
                                .heartbeatInterval(Duration.ofMillis(100))),
                new TerminatedTest_TerminatedBlockingHandler_AsyncActivityModule(),
                new TerminatedTest_TerminatedExternalHandler_AsyncActivityModule(),
                collaborators)
            .getInstance(LongRunningActivityManager.class);
  }

  @Test
  void blocking_isToldAndInterrupted() throws Exception {
    terminated("Blocking");

    assertGone();
    assertThat(seen.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    await().until(() -> manager.snapshot().isEmpty());
  }

  // The grace period is for work that still wants to end; until then one try to complete is left,
  // which the server refuses here.
  @Test
  void external_isTold_andCannotCompleteAnyMore() throws Exception {
    terminated("External");
    assertGone();
    PendingActivity<String> pending = seen.pending.get(20, TimeUnit.SECONDS);
    assertThat(manager.get(pending.taskToken()).orElseThrow().stopRequest())
        .map(StopRequest::kind)
        .contains(StopRequest.Kind.GONE);

    assertThat(catchThrowable(pending::throwIfStopped))
        .isExactlyInstanceOf(ActivityStoppedException.class);
    assertThat(failureOf(pending.heartbeatNow("more")))
        .isExactlyInstanceOf(ActivityStoppedException.class);
    assertThat(failureOf(pending.complete("too late")))
        .isInstanceOf(ActivityNotFoundException.class);
    assertThat(failureOf(pending.complete("again")))
        .isInstanceOf(OutcomeAlreadyDecidedException.class);
    assertThat(manager.snapshot()).isEmpty();
    assertThat(seen.hooks).isEmpty();
  }

  private void assertGone() throws InterruptedException {
    assertThat(seen.hooks.poll(20, TimeUnit.SECONDS))
        .extracting(StopRequest::kind)
        .isEqualTo(StopRequest.Kind.GONE);
  }

  private static Throwable failureOf(CompletableFuture<Void> call) {
    return catchThrowable(() -> call.get(20, TimeUnit.SECONDS)).getCause();
  }

  private void terminated(String type) throws InterruptedException {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities()));
    assertThat(seen.started.await(20, TimeUnit.SECONDS)).isTrue();
    workflow.terminate("no longer wanted");
  }
}
