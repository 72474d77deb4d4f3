package dev.longhaul.cli;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits for one activity, and tells what became of it. */
@WorkflowInterface
public interface OneActivity {

  @WorkflowMethod
  String run(String taskQueue);

  @SignalMethod
  void cancelActivity();

  /** Its code. */
  class Impl implements OneActivity {
    private @Nullable CancellationScope scope;
    private @Nullable Object result;

    @Override
    public String run(String taskQueue) {
      ActivityOptions options =
          ActivityOptions.newBuilder()
              .setTaskQueue(taskQueue)
              .setStartToCloseTimeout(Duration.ofMinutes(5))
              .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
              .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
              .build();
      CancellationScope waiting =
          Workflow.newCancellationScope(
              () ->
                  result = Workflow.newUntypedActivityStub(options).execute("Work", Object.class));
      scope = waiting;
      try {
        waiting.run();
        return "completed " + result;
      } catch (ActivityFailure e) {
        return told(e.getCause());
      }
    }

    private static String told(@Nullable Throwable cause) {
      if (cause instanceof ApplicationFailure failure) {
        return "failed "
            + failure.getType()
            + ", "
            + failure.getOriginalMessage()
            + (failure.isNonRetryable() ? ", for good, " : ", ")
            + failure.getDetails().get(Object.class);
      }
      return cause instanceof CanceledFailure ? "canceled" : String.valueOf(cause);
    }

    @Override
    public void cancelActivity() {
      Objects.requireNonNull(scope, "no activity yet").cancel();
    }
  }
}
