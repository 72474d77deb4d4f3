package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Module;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Workflows that are cancelled as soon as their activity's handler says that it has started. */
final class CancelledWorkflows {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Longhaul longhaul;
  private final LongRunningActivityManager manager;
  private final Seen seen = new Seen();

  /** What the handlers saw and what they wait for. */
  static final class Seen {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    final CompletableFuture<String> stage = new CompletableFuture<>();
    final AtomicInteger hooks = new AtomicInteger();
    final AtomicInteger stops = new AtomicInteger();
  }

  CancelledWorkflows(Longhaul longhaul, Module handlers) {
    this.longhaul = longhaul;
    Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);
    longhaul.workflows(ActivityWorkflow.Impl.class);
    manager =
        longhaul
            .start(
                longhaul
                    .module()
                    .defaults(
                        defaults ->
                            defaults.taskQueue(longhaul.activities()).heartbeatInterval(INTERVAL)),
                handlers,
                collaborators)
            .getInstance(LongRunningActivityManager.class);
  }

  Seen seen() {
    return seen;
  }

  /** The history of a workflow whose cancellation has ended its activity. */
  History run(String type) throws InterruptedException {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities()));
    assertThat(seen.started.await(20, TimeUnit.SECONDS)).isTrue();
    workflow.cancel();

    Throwable failure = catchThrowable(() -> workflow.getResult(String.class));
    assertThat(failure).isInstanceOf(WorkflowFailedException.class);
    assertThat(failure).hasRootCauseInstanceOf(CanceledFailure.class);
    await().until(() -> manager.snapshot().isEmpty());
    return History.of(workflow);
  }
}
