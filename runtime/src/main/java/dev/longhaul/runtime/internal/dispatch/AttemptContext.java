package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.Priority;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.TypeRef;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempt as its handler sees it; of the external form the right to complete it included. */
final class AttemptContext implements PendingActivity<Object> {
  private final Attempt attempt;
  private final Tools tools;
  private final StopSignals stops;
  private final boolean sendsResult;

  AttemptContext(Attempt attempt, Tools tools, StopSignals stops, boolean sendsResult) {
    this.attempt = attempt;
    this.tools = tools;
    this.stops = stops;
    this.sendsResult = sendsResult;
  }

  @Override
  public String namespace() {
    return fullActivityId().namespace();
  }

  @Override
  public String workflowId() {
    return fullActivityId().workflowId();
  }

  @Override
  public String runId() {
    return fullActivityId().runId();
  }

  @Override
  public String activityId() {
    return fullActivityId().activityId();
  }

  @Override
  public String activityType() {
    return task().activityType();
  }

  @Override
  public int attempt() {
    return task().attempt();
  }

  @Override
  public OptionalInt maximumAttempts() {
    return task().maximumAttempts() > 0
        ? OptionalInt.of(task().maximumAttempts())
        : OptionalInt.empty();
  }

  @Override
  public Optional<Instant> startToCloseDeadline() {
    return Optional.ofNullable(task().startToClose()).map(task().received()::plus);
  }

  @Override
  public Optional<Instant> scheduleToCloseDeadline() {
    return Optional.ofNullable(task().scheduleToClose()).map(task().received()::plus);
  }

  @Override
  public Optional<Duration> heartbeatTimeout() {
    return Optional.of(task().heartbeatTimeout()).filter(timeout -> !timeout.isZero());
  }

  @Override
  public Map<String, Payload> headers() {
    return task().headers();
  }

  @Override
  public Priority priority() {
    return task().priority();
  }

  @Override
  public String idempotencyKey() {
    FullActivityId id = fullActivityId();
    return String.join("/", id.namespace(), id.workflowId(), id.runId(), id.activityId());
  }

  @Override
  public String attemptKey() {
    return idempotencyKey() + "/" + attempt();
  }

  @Override
  public <T> Optional<T> lastHeartbeatDetails(Class<T> type) {
    return lastHeartbeatDetails((Type) type);
  }

  @Override
  public <T> Optional<T> lastHeartbeatDetails(TypeRef<T> type) {
    return lastHeartbeatDetails(type.type());
  }

  // The value was read as exactly this type.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> Optional<T> lastHeartbeatDetails(Type type) {
    List<Payload> details = tools.payloads().decode(fullActivityId(), attempt.lastDetails());
    return details.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(
            (T) tools.payloads().fromPayload(fullActivityId(), details.get(0), type));
  }

  @Override
  public void heartbeat(@Nullable Object... details) {
    Bytes encoded = tools.wire().details(fullActivityId(), Arrays.asList(details));
    if (encoded != null) {
      attempt.record(encoded);
    }
  }

  @Override
  public CompletableFuture<Void> heartbeatNow(@Nullable Object... details) {
    return refusing(
        () -> attempt.heartbeatNow(tools.wire().details(fullActivityId(), Arrays.asList(details))));
  }

  @Override
  public CompletionStage<StopRequest> stopRequest() {
    return stops.first();
  }

  @Override
  public Optional<StopRequest> currentStopRequest() {
    return attempt.currentStopRequest();
  }

  @Override
  public void onStop(Consumer<StopRequest> listener) {
    stops.listen(Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public void throwIfStopped() {
    attempt
        .currentStopRequest()
        .ifPresent(
            request -> {
              throw request.toException();
            });
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
  public CompletableFuture<Void> complete(@Nullable Object result) {
    return refusing(() -> attempt.complete(completed(result)));
  }

  /** The outcome with this result, or without one if the activity has none. */
  EncodedOutcome.Completed completed(@Nullable Object result) {
    return new EncodedOutcome.Completed(
        sendsResult ? tools.wire().result(fullActivityId(), result) : null);
  }

  @Override
  public CompletableFuture<Void> fail(Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    return refusing(
        () ->
            attempt.fail(
                new EncodedOutcome.Failed(tools.wire().failure(fullActivityId(), failure))));
  }

  @Override
  public CompletableFuture<Void> fail(ActivityFailure failure) {
    Objects.requireNonNull(failure, "failure");
    return refusing(
        () ->
            attempt.fail(
                new EncodedOutcome.Failed(tools.wire().failure(fullActivityId(), failure))));
  }

  @Override
  public CompletableFuture<Void> reportCancellation(@Nullable Object... details) {
    return refusing(
        () ->
            attempt.reportCancellation(
                new EncodedOutcome.Canceled(
                    tools.wire().details(fullActivityId(), Arrays.asList(details)))));
  }

  /** Whether the attempt still waits for its work to end. */
  boolean isStopping() {
    return attempt.isStopping();
  }

  private ActivityTask task() {
    return attempt.task();
  }

  // What cannot be sent is refused before anything is decided.
  private static CompletableFuture<Void> refusing(Supplier<CompletableFuture<Void>> call) {
    try {
      return call.get();
    } catch (ActivityCompletionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public String toString() {
    return task().toString();
  }
}
