package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The attempt as its external handler sees it: with the right to complete it. */
final class PendingContext extends AttemptContext implements PendingActivity<Object> {
  private final boolean sendsResult;

  PendingContext(Attempt attempt, HandlerWork<?> work, boolean sendsResult) {
    super(attempt, work);
    this.sendsResult = sendsResult;
  }

  @Override
  public TaskToken taskToken() {
    return (TaskToken) task().reference();
  }

  @Override
  public FullActivityId fullActivityId() {
    return Objects.requireNonNull(task().id(), "a polled task has ids");
  }

  @Override
  public HandOff handOff() {
    ActivityTask task = task();
    return new HandOff(
        task.reference(),
        task.id(),
        task.activityType(),
        task.attempt(),
        task.maximumAttempts(),
        task.received(),
        task.startToClose(),
        task.scheduleToClose(),
        task.heartbeatTimeout(),
        tools().wire().received(managed().lastDetails()));
  }

  @Override
  public CompletableFuture<Void> complete(@Nullable Object result) {
    return refusing(
        () ->
            managed()
                .complete(
                    new EncodedOutcome.Completed(
                        sendsResult ? tools().wire().result(reference(), result) : null)));
  }

  @Override
  public CompletableFuture<Void> fail(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    return refusing(
        () ->
            fail(
                tools().wire().failure(reference(), failure),
                tools().wire().lastDetails(reference(), failure)));
  }

  @Override
  public CompletableFuture<Void> fail(ActivityFailure failure) {
    Objects.requireNonNull(failure, "failure");
    return refusing(
        () ->
            fail(
                tools().wire().failure(reference(), failure),
                tools().wire().details(reference(), failure.lastHeartbeatDetails())));
  }

  private CompletableFuture<Void> fail(Bytes failure, @Nullable Bytes lastDetails) {
    managed().record(lastDetails);
    return managed().fail(new EncodedOutcome.Failed(failure));
  }

  @Override
  public CompletableFuture<Void> reportCancellation(@Nullable Object... details) {
    return refusing(
        () ->
            managed()
                .reportCancellation(
                    new EncodedOutcome.Canceled(
                        tools().wire().details(reference(), Arrays.asList(details)))));
  }
}
