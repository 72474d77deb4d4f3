package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.Injector;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.TimeoutType;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.LonghaulClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why the attempt before failed, as whoever asks the server gets to know it, and passes it on. */
class ReceivedFailureTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Attempts attempts = new Attempts();
  private Injector injector;

  /** The attempts whose end is left to the test. */
  static final class Attempts {
    final BlockingQueue<PendingActivity<String>> open = new LinkedBlockingQueue<>();

    PendingActivity<String> next() throws InterruptedException {
      PendingActivity<String> attempt = open.poll(20, TimeUnit.SECONDS);
      assertThat(attempt).isNotNull();
      return attempt;
    }
  }

  @AsyncActivityHandler(
      activityType = "Again",
      heartbeatInterval = "none",
      cancellationGrace = "100ms")
  static final class AgainHandler {
    private final Attempts attempts;

    @Inject
    AgainHandler(Attempts attempts) {
      this.attempts = attempts;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      attempts.open.add(pending);
    }

    @OnCancel
    void cancel() {}
  }

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    injector =
        longhaul.start(
            new ReceivedFailureTest_AgainHandler_AsyncActivityModule(),
            binder -> binder.bind(Attempts.class).toInstance(attempts));
  }

  @Test
  void failureOfTheAttemptBefore_isTyped_andReachesTheWorkflowAsItCame() throws Exception {
    WorkflowStub workflow = started(Call.of("Again", longhaul.activities()).attempts(2));
    attempts
        .next()
        .fail(
            ActivityFailure.ofType("Declined")
                .message("no funds")
                .details("visa", 7)
                .cause(small(new IllegalStateException("limit"))));
    PendingActivity<String> second = attempts.next();

    ReceivedFailureException before = failureBefore(workflow);
    assertThat(before).hasMessage("no funds").hasRootCauseMessage("limit");
    assertThat(before.info())
        .isInstanceOfSatisfying(
            FailureInfo.Application.class,
            info -> {
              assertThat(info.type()).isEqualTo("Declined");
              assertThat(info.details().get(1, Integer.class)).contains(7);
            });
    second.fail(before);

    ApplicationFailure seen = (ApplicationFailure) failureOf(workflow);
    assertThat(seen.getType()).isEqualTo("Declined");
    assertThat(seen.getOriginalMessage()).isEqualTo("no funds");
    assertThat(seen.getDetails().get(0, String.class)).isEqualTo("visa");
    assertThat(((ApplicationFailure) seen.getCause()).getOriginalMessage()).isEqualTo("limit");
  }

  // With a stack trace, a real server keeps only what is left of it, as a cause.
  private static <T extends Throwable> T small(T failure) {
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  // The server takes no such failure from an activity, other than as a cause.
  @Test
  void timeoutOfTheAttemptBefore_isTyped_andReachesTheWorkflowAsTheCause() throws Exception {
    WorkflowStub workflow =
        started(
            Call.of("Again", longhaul.activities())
                .startToClose(Duration.ofSeconds(1))
                .attempts(2));
    attempts.next();
    PendingActivity<String> second = attempts.next();

    ReceivedFailureException before = failureBefore(workflow);
    assertThat(before.info())
        .isInstanceOfSatisfying(
            FailureInfo.TimedOut.class,
            info -> assertThat(info.timeout()).isEqualTo(TimeoutType.START_TO_CLOSE));
    second.fail(before);

    ApplicationFailure seen = (ApplicationFailure) failureOf(workflow);
    assertThat(seen.getType()).isEqualTo("TimedOut");
    assertThat(seen.getCause()).isInstanceOf(TimeoutFailure.class);
  }

  private ReceivedFailureException failureBefore(WorkflowStub workflow) {
    LonghaulClient client = injector.getInstance(LonghaulClient.class);
    var description =
        WorkflowServiceGrpc.newBlockingStub(client.channel())
            .describeWorkflowExecution(
                DescribeWorkflowExecutionRequest.newBuilder()
                    .setNamespace(client.namespace())
                    .setExecution(
                        WorkflowExecution.newBuilder()
                            .setWorkflowId(workflow.getExecution().getWorkflowId()))
                    .build());
    return client.dataConverter().fromFailure(description.getPendingActivities(0).getLastFailure());
  }

  private WorkflowStub started(Call call) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(call);
    return workflow;
  }

  private static Throwable failureOf(WorkflowStub workflow) {
    return catchThrowableOfType(
            WorkflowFailedException.class, () -> workflow.getResult(String.class))
        .getCause()
        .getCause();
  }
}
