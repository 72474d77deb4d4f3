package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.Module;
import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.TaskToken;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that waits, in a process without handlers: its calls as the server answers them. */
class ClientCallsTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Attempts attempts = new Attempts();
  private final LonghaulClient connection =
      LonghaulClient.connect(LonghaulModule.forTarget(TemporalServer.get().target()));
  private final BlockingCompletionClient client = connection.blocking();

  /** How a test addresses the activity. */
  enum By {
    TOKEN,
    IDS,
    IDS_OF_CURRENT_RUN,
    TEXT_OF_TOKEN,
    TEXT_OF_IDS
  }

  /** Those that started. */
  static final class Attempts {
    final BlockingQueue<PendingActivity<String>> started = new LinkedBlockingQueue<>();
  }

  // It beats nowhere, so that only the client speaks to the server.
  @SuppressWarnings("LH084") // nothing goes on outside
  @AsyncActivityHandler(activityType = "Parked", heartbeatInterval = "none")
  static final class ParkedHandler {
    private final Attempts attempts;

    @Inject
    ParkedHandler(Attempts attempts) {
      this.attempts = attempts;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      attempts.started.add(pending);
    }
  }

  @BeforeEach
  void start() {
    Module collaborators = binder -> binder.bind(Attempts.class).toInstance(attempts);
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(new ClientCallsTest_ParkedHandler_AsyncActivityModule(), collaborators);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @ParameterizedTest
  @EnumSource
  void completion_reachesTheWorkflow_andASecondOneFindsNothing(By by) throws Exception {
    WorkflowStub workflow = started(1);
    ActivityReference activity = reference(by, next());

    client.complete(activity, "done");

    assertThat(workflow.getResult(String.class)).isEqualTo("done");
    ActivityNotFoundException second =
        catchThrowableOfType(
            ActivityNotFoundException.class, () -> client.complete(activity, "again"));
    assertThat(second.possiblyApplied()).isFalse();
    assertThat(second.code()).contains(RpcCode.NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void failure_givesTheNextAttemptItsHeartbeatDetails(By by) throws Exception {
    WorkflowStub workflow = started(2);
    ActivityReference first = reference(by, next());

    client.fail(first, ActivityFailure.ofType("Interrupted").lastHeartbeatDetails("half", 9));

    PendingActivity<String> second = next();
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.lastHeartbeatDetails(String.class)).contains("half");
    client.complete(second.taskToken(), "done");
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  // Forbidden: what was meant for one attempt ends the next one.
  @ParameterizedTest
  @EnumSource(names = {"TOKEN", "TEXT_OF_TOKEN"})
  void tokenOfAnEarlierAttempt_endsNothing(By by) throws Exception {
    WorkflowStub workflow = started(2);
    ActivityReference first = reference(by, next());
    client.fail(first, new IllegalStateException("lost"));
    PendingActivity<String> second = next();

    assertThatExceptionOfType(ActivityNotFoundException.class)
        .isThrownBy(() -> client.fail(first, new IllegalStateException("lost again")));
    assertThatExceptionOfType(ActivityNotFoundException.class)
        .isThrownBy(() -> client.complete(first, "late"));

    client.complete(second.fullActivityId(), "in time");
    assertThat(workflow.getResult(String.class)).isEqualTo("in time");
  }

  @ParameterizedTest
  @EnumSource
  void cancellation_isHeardOfByHeartbeat_andConfirmed(By by) throws Exception {
    WorkflowStub workflow = started(1);
    ActivityReference activity = reference(by, next());
    client.heartbeat(activity, "working");
    workflow.cancel();

    Awaitility.await()
        .until(
            () ->
                catchThrowable(() -> client.heartbeat(activity, "working"))
                    instanceof ActivityCancelledException);
    client.reportCancellation(activity, "stopped");

    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();
    assertThat(History.of(workflow).canceledDetails()).containsExactly("\"stopped\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"TOKEN", "IDS"})
  void cancellationThatNobodyAskedFor_isRefused_andTheActivityStaysOpen(By by) throws Exception {
    WorkflowStub workflow = started(1);
    ActivityReference activity = reference(by, next());

    // The embedded server has another code for it, and so the exception another type.
    ActivityCompletionException refusal =
        catchThrowableOfType(
            ActivityCompletionException.class, () -> client.reportCancellation(activity));

    assertThat(refusal.code().orElseThrow()).isIn(RpcCode.INVALID_ARGUMENT, RpcCode.INTERNAL);
    client.complete(activity, "done");
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  private static ActivityReference reference(By by, PendingActivity<String> activity) {
    return switch (by) {
      case TOKEN -> activity.taskToken();
      case IDS -> activity.fullActivityId();
      case IDS_OF_CURRENT_RUN -> activity.fullActivityId().withRunId("");
      case TEXT_OF_TOKEN -> TaskToken.parse(activity.taskToken().toText());
      case TEXT_OF_IDS -> ActivityReference.parse(activity.fullActivityId().toText());
    };
  }

  private PendingActivity<String> next() throws InterruptedException {
    PendingActivity<String> activity = attempts.started.poll(20, TimeUnit.SECONDS);
    assertThat(activity).isNotNull();
    return activity;
  }

  private WorkflowStub started(int maximumAttempts) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of("Parked", longhaul.activities()).attempts(maximumAttempts));
    return workflow;
  }
}
