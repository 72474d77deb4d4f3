package dev.longhaul.functional;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;

/** A workflow that calls one activity, whatever it is, and returns its result as text. */
@WorkflowInterface
public interface ActivityWorkflow {

  /** The activity and how to call it; times in milliseconds, zero for none. */
  record Call(
      String type,
      String taskQueue,
      long startToClose,
      long heartbeatTimeout,
      int maximumAttempts,
      ActivityCancellationType cancellation,
      List<String> arguments) {

    static Call of(String type, String taskQueue, String... arguments) {
      return new Call(
          type,
          taskQueue,
          30_000,
          0,
          1,
          ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
          List.of(arguments));
    }

    Call startToClose(Duration timeout) {
      return new Call(
          type,
          taskQueue,
          timeout.toMillis(),
          heartbeatTimeout,
          maximumAttempts,
          cancellation,
          arguments);
    }

    Call heartbeatTimeout(Duration timeout) {
      return new Call(
          type,
          taskQueue,
          startToClose,
          timeout.toMillis(),
          maximumAttempts,
          cancellation,
          arguments);
    }

    Call attempts(int maximum) {
      return new Call(
          type, taskQueue, startToClose, heartbeatTimeout, maximum, cancellation, arguments);
    }

    Call cancellation(ActivityCancellationType newType) {
      return new Call(
          type, taskQueue, startToClose, heartbeatTimeout, maximumAttempts, newType, arguments);
    }

    /** Calls the activity, from within a workflow. */
    <R> Promise<R> execute(Class<R> result) {
      return executeWith(result, arguments.toArray());
    }

    /** As {@link #execute}, with arguments of any type. */
    <R> Promise<R> executeWith(Class<R> result, Object... values) {
      ActivityOptions.Builder options =
          ActivityOptions.newBuilder()
              .setTaskQueue(taskQueue)
              .setStartToCloseTimeout(Duration.ofMillis(startToClose))
              .setCancellationType(cancellation)
              .setRetryOptions(
                  RetryOptions.newBuilder()
                      .setInitialInterval(Duration.ofMillis(100))
                      .setBackoffCoefficient(1)
                      .setMaximumAttempts(maximumAttempts)
                      .build());
      if (heartbeatTimeout > 0) {
        options.setHeartbeatTimeout(Duration.ofMillis(heartbeatTimeout));
      }
      return Workflow.newUntypedActivityStub(options.build()).executeAsync(type, result, values);
    }
  }

  @WorkflowMethod
  String run(Call call);

  /** Calls it. */
  final class Impl implements ActivityWorkflow {
    @Override
    public String run(Call call) {
      return call.execute(String.class).get();
    }
  }
}
