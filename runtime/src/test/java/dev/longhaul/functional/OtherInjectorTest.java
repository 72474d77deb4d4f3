package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that shares nothing with the runtime that received the activity. */
class OtherInjectorTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Seen seen = new Seen();
  private LongRunningActivityManager manager;
  private LonghaulClient connection;
  private AsyncCompletionClient other;

  /** What the handler saw. */
  static final class Seen {
    final CompletableFuture<PendingActivity<String>> pending = new CompletableFuture<>();
    final AtomicInteger hooks = new AtomicInteger();
  }

  // It beats by itself nowhere, so that only the other client speaks to the server.
  @AsyncActivityHandler(activityType = "Distant", heartbeatInterval = "none")
  static final class DistantHandler {
    private final Seen seen;

    @Inject
    DistantHandler(Seen seen) {
      this.seen = seen;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      if (pending.attempt() == 2) {
        pending.complete(pending.lastHeartbeatDetails(String.class).orElse("nothing"));
      } else {
        seen.pending.complete(pending);
      }
    }

    @OnCancel
    void cancel() {
      seen.hooks.incrementAndGet();
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Seen.class).toInstance(seen);
    longhaul.workflows(ActivityWorkflow.Impl.class, OpenWorkflow.Impl.class);
    manager =
        longhaul
            .start(new OtherInjectorTest_DistantHandler_AsyncActivityModule(), collaborators)
            .getInstance(LongRunningActivityManager.class);
    connection =
        Guice.createInjector(LonghaulModule.forTarget(TemporalServer.get().target()))
            .getInstance(LonghaulClient.class);
    other = connection;
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void completesById_withoutARunId() throws Exception {
    WorkflowStub workflow = started(1);

    done(other.complete(currentRun(pending()), "by ids"));
    assertThat(workflow.getResult(String.class)).isEqualTo("by ids");
  }

  @Test
  void failsByToken_asItSays() throws Exception {
    WorkflowStub workflow = started(3);

    done(
        other.fail(
            pending().taskToken(),
            ActivityFailure.ofType("Rejected").message("by the reviewer").nonRetryable()));

    Throwable failure = catchThrowable(() -> workflow.getResult(String.class));
    ApplicationFailure rejected = (ApplicationFailure) failure.getCause().getCause();
    assertThat(rejected.getType()).isEqualTo("Rejected");
    assertThat(rejected.getOriginalMessage()).isEqualTo("by the reviewer");
  }

  @Test
  void failureById_isRetried_withTheDetailsOfItsHeartbeat() throws Exception {
    WorkflowStub workflow = started(2);
    FullActivityId id = pending().fullActivityId();

    done(other.heartbeat(id, "halfway"));
    done(other.fail(id, new IllegalStateException("job lost")));
    assertThat(workflow.getResult(String.class)).isEqualTo("halfway");
  }

  @Test
  void heartbeat_tellsOfTheCancellation_whichIsReportedWithDetails() throws Exception {
    WorkflowStub workflow = started(1);
    FullActivityId id = pending().fullActivityId();
    workflow.cancel();

    await().until(() -> heartbeatFails(id));
    done(other.reportCancellation(id, "stopped", 9));
    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();
    assertThat(History.of(workflow).canceledDetails()).containsExactly("\"stopped\"", "9");
  }

  @Test
  void secondReport_isNotFound_byTokenAndById() throws Exception {
    started(1);
    done(other.complete(pending().taskToken(), "first"));

    assertThat(failureOf(other.complete(pending().taskToken(), "second")))
        .isInstanceOf(ActivityNotFoundException.class);
    assertThat(failureOf(other.fail(pending().fullActivityId(), new IllegalStateException())))
        .isInstanceOf(ActivityNotFoundException.class);
    assertThat(failureOf(other.heartbeat(pending().taskToken(), "more")))
        .isInstanceOf(ActivityNotFoundException.class);
  }

  // Its own process finds out when it next speaks to the server, and nobody is told to stop.
  @Test
  void activityCompletedElsewhere_leavesItsManager_withoutAHook() throws Exception {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(OpenWorkflow.class));
    workflow.start(Call.of("Distant", longhaul.activities()));
    done(other.complete(pending().taskToken(), "elsewhere"));
    assertThat(manager.snapshot()).hasSize(1);

    assertThat(failureOf(pending().heartbeatNow("look")))
        .isInstanceOf(ActivityNotFoundException.class);
    await().until(() -> manager.snapshot().isEmpty());
    assertThat(seen.hooks).hasValue(0);
    assertThat(pending().currentStopRequest()).isEmpty();
    workflow.signal("finish");
    assertThat(workflow.getResult(String.class)).isEqualTo("elsewhere");
  }

  private boolean heartbeatFails(FullActivityId id) {
    Throwable failure = catchThrowable(() -> done(other.heartbeat(id, "working")));
    return failure != null && failure.getCause() instanceof ActivityCancelledException;
  }

  private static FullActivityId currentRun(PendingActivity<String> pending) {
    return FullActivityId.ofCurrentRun(
        pending.namespace(), pending.workflowId(), pending.activityId());
  }

  private static void done(CompletableFuture<Void> call) throws Exception {
    call.get(20, TimeUnit.SECONDS);
  }

  private static Throwable failureOf(CompletableFuture<Void> call) {
    return catchThrowable(() -> done(call)).getCause();
  }

  private PendingActivity<String> pending() throws Exception {
    return seen.pending.get(20, TimeUnit.SECONDS);
  }

  private WorkflowStub started(int attempts) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of("Distant", longhaul.activities()).attempts(attempts));
    return workflow;
  }
}
