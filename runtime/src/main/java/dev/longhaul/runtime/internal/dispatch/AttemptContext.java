package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.Priority;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TypeRef;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
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
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The attempt as its handler sees it. */
public class AttemptContext implements ActivityContext {
  private final Attempt attempt;
  private final HandlerWork<?> work;

  AttemptContext(Attempt attempt, HandlerWork<?> work) {
    this.attempt = attempt;
    this.work = work;
  }

  /** The attempt as it is managed. */
  public final Attempt managed() {
    return attempt;
  }

  final Tools tools() {
    return work.tools();
  }

  final ActivityTask task() {
    return attempt.task();
  }

  /** Which activity it is, in as much as that is known. */
  final ActivityReference reference() {
    FullActivityId id = task().id();
    return id == null ? task().reference() : id;
  }

  @Override
  public String namespace() {
    return ofId(FullActivityId::namespace);
  }

  @Override
  public String workflowId() {
    return ofId(FullActivityId::workflowId);
  }

  @Override
  public String runId() {
    return ofId(FullActivityId::runId);
  }

  @Override
  public String activityId() {
    return ofId(FullActivityId::activityId);
  }

  // A polled task has ids; one that was handed over may be known by its token alone.
  private String ofId(Function<FullActivityId, String> part) {
    FullActivityId id = task().id();
    return id == null ? "" : part.apply(id);
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
    return Optional.ofNullable(task().heartbeatTimeout()).filter(timeout -> !timeout.isZero());
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
    FullActivityId id = task().id();
    if (id == null) {
      throw new IllegalStateException(
          this
              + " was handed over by its token alone, from which nobody can tell what other attempts"
              + " have in common with it; hand it over with HandOff.id(…)");
    }
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
    List<Payload> details = tools().payloads().decode(reference(), attempt.lastDetails());
    return details.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(
            (T) tools().payloads().fromPayload(reference(), details.get(0), type));
  }

  @Override
  public void heartbeat(@Nullable Object... details) {
    Bytes encoded = tools().wire().details(reference(), Arrays.asList(details));
    if (encoded != null) {
      attempt.record(encoded);
    }
  }

  @Override
  public CompletableFuture<Void> heartbeatNow(@Nullable Object... details) {
    return refusing(
        () -> attempt.heartbeatNow(tools().wire().details(reference(), Arrays.asList(details))));
  }

  @Override
  public CompletionStage<StopRequest> stopRequest() {
    return work.stops().first();
  }

  @Override
  public Optional<StopRequest> currentStopRequest() {
    return attempt.currentStopRequest();
  }

  @Override
  public void onStop(Consumer<StopRequest> listener) {
    work.stops().onStop(Objects.requireNonNull(listener, "listener"));
  }

  @Override
  public void onPause(Consumer<PauseEvent> listener) {
    work.stops().onPause(Objects.requireNonNull(listener, "listener"));
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
  public Executor executor() {
    return work.serial();
  }

  @Override
  public CompletionStage<Void> after(Duration time) {
    return work.delays().after(time);
  }

  // What cannot be sent is refused before anything is decided.
  static CompletableFuture<Void> refusing(Supplier<CompletableFuture<Void>> call) {
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
