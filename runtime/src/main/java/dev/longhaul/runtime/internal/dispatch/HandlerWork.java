package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.AttemptWork;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one attempt: a handler instance and its methods, each called where it may be. Hooks
 * run on the serial executor; so does the start of the stage and external forms, before any hook.
 */
final class HandlerWork<H> implements AttemptWork {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerWork.class);

  private final HandlerBinding<H> binding;
  private final Permits.Permit permit;
  private final Tools tools;
  private final SerialExecutor serial;
  private final StopSignals stops;
  private final InterruptibleRun run = new InterruptibleRun();

  // The instance, once hooks may be called on it: with a blocking start as soon as it exists,
  // otherwise when the start has returned. Fails if there will never be one.
  private final CompletableFuture<H> ready = new CompletableFuture<>();
  private volatile @Nullable CompletionStage<?> stage;

  // Set before the stage is looked for, as the stage is set before this is: one side sees the other
  // when a request comes while the start is about to return.
  private volatile boolean stageUnwanted;
  private volatile @Nullable AttemptContext context;

  HandlerWork(HandlerBinding<H> binding, Permits.Permit permit, Tools tools) {
    this.binding = binding;
    this.permit = permit;
    this.tools = tools;
    this.serial = new SerialExecutor(tools.callbacks());
    this.stops = new StopSignals(serial);
  }

  /** Calls the start method, on a thread that fits its form. */
  void start(Attempt attempt, ActivityTask task) {
    AttemptContext started = new AttemptContext(attempt, tools, stops, binding.sendsResult());
    context = started;
    switch (binding.form()) {
      case BLOCKING ->
          tools.blocking().execute(() -> run.run(() -> startBlocking(started, attempt, task)));
      case STAGE -> serial.execute(() -> startStage(started, attempt, task));
      case EXTERNAL -> serial.execute(() -> startExternal(started, attempt, task));
    }
  }

  private void startBlocking(AttemptContext started, Attempt attempt, ActivityTask task) {
    Object result;
    try {
      HandlerCall call = HandlerCall.start(started, Inputs.read(binding, task, tools.payloads()));
      H handler = binding.provider().get();
      ready.complete(handler);
      result = binding.start().invoke(handler, call);
    } catch (Throwable e) {
      ready.completeExceptionally(e);
      threw(attempt, e);
      return;
    }
    returned(started, attempt, result);
  }

  private void startStage(AttemptContext started, Attempt attempt, ActivityTask task) {
    CompletionStage<?> result;
    try {
      result = (CompletionStage<?>) startOnSerial(started, task);
      Objects.requireNonNull(
          result,
          () -> "the start method of " + binding.handlerType().getName() + " returned null");
    } catch (Throwable e) {
      ready.completeExceptionally(e);
      threw(attempt, e);
      return;
    }
    stage = result;
    if (stageUnwanted) {
      cancelStage();
    }
    result.whenCompleteAsync(
        (value, failure) -> {
          if (failure == null) {
            returned(started, attempt, value);
          } else {
            threw(attempt, failure);
          }
        },
        tools.callbacks());
  }

  private void startExternal(AttemptContext started, Attempt attempt, ActivityTask task) {
    try {
      startOnSerial(started, task);
    } catch (Throwable e) {
      ready.completeExceptionally(e);
      threw(attempt, e);
    } finally {
      permit.release();
    }
  }

  private @Nullable Object startOnSerial(AttemptContext started, ActivityTask task)
      throws Throwable {
    HandlerCall call = HandlerCall.start(started, Inputs.read(binding, task, tools.payloads()));
    H handler = binding.provider().get();
    Object result = binding.start().invoke(handler, call);
    ready.complete(handler);
    return result;
  }

  private void returned(AttemptContext started, Attempt attempt, @Nullable Object result) {
    EncodedOutcome.Completed outcome;
    try {
      outcome = started.completed(result);
    } catch (ActivityCompletionException e) {
      attempt.failed(tools.wire().failureInAnyCase(started.fullActivityId(), unsendable(e)));
      return;
    }
    attempt.returned(outcome);
  }

  // Another attempt would have the same result, and nobody is left here to send another one; unless
  // it was not the result's fault.
  private static Throwable unsendable(ActivityCompletionException why) {
    ActivityFailure failure =
        ActivityFailure.ofType(why.getClass().getSimpleName())
            .message(Objects.requireNonNullElse(why.getMessage(), ""));
    boolean mayWorkLater = why instanceof PayloadConversionException e && e.isRetryable();
    return (mayWorkLater ? failure : failure.nonRetryable()).toException();
  }

  private void threw(Attempt attempt, Throwable thrown) {
    Throwable failure = unwrapped(thrown);
    Bytes details =
        failure instanceof ActivityCancelledException cancelled
            ? detailsOrNone(attempt, cancelled)
            : null;
    attempt.threw(
        failure, tools.wire().failureInAnyCase(attempt.task().reference(), failure), details);
  }

  private @Nullable Bytes detailsOrNone(Attempt attempt, ActivityCancelledException cancelled) {
    try {
      return tools.wire().details(attempt.task().reference(), cancelled.details());
    } catch (ActivityCompletionException e) {
      LOG.warn("{}: its cancellation details are left out: {}", attempt.task(), e.getMessage());
      return null;
    }
  }

  @Override
  public boolean hasHeartbeatHook() {
    return binding.heartbeat().isPresent() && ready.isDone() && !ready.isCompletedExceptionally();
  }

  @Override
  public CompletionStage<@Nullable Bytes> heartbeatDetails() {
    HandlerMethod<H> hook = binding.heartbeat().orElseThrow();
    AttemptContext started = Objects.requireNonNull(context);
    return ready
        .thenComposeAsync(handler -> invoke(hook, handler, HandlerCall.heartbeat(started)), serial)
        .thenApplyAsync(value -> encodeDetails(started, value), serial);
  }

  @Override
  public void stopRequested(StopRequest request) {
    stops.deliver(request);
  }

  @Override
  public boolean hasCancelHook() {
    return binding.cancel().isPresent();
  }

  @Override
  public CompletionStage<@Nullable Bytes> cancel(StopRequest request) {
    HandlerMethod<H> hook = binding.cancel().orElseThrow();
    AttemptContext started = Objects.requireNonNull(context);
    return ready
        .handleAsync((handler, neverStarted) -> handler, serial)
        .thenComposeAsync(handler -> callCancel(hook, handler, started, request), serial)
        .thenApplyAsync(value -> encodeDetails(started, value), serial)
        .exceptionally(
            failure -> {
              LOG.warn("{}: the cancel hook failed", started, unwrapped(failure));
              return null;
            });
  }

  private CompletionStage<@Nullable Object> callCancel(
      HandlerMethod<H> hook, @Nullable H handler, AttemptContext started, StopRequest request) {
    // While it waited for its turn the work may have had a result, which counts.
    return handler == null || !started.isStopping()
        ? CompletableFuture.completedStage(null)
        : invoke(hook, handler, HandlerCall.cancel(started, request));
  }

  private CompletionStage<@Nullable Object> invoke(
      HandlerMethod<H> hook, H handler, HandlerCall call) {
    try {
      Object value = hook.invoke(handler, call);
      return value instanceof CompletionStage<?> later
          ? later.thenApply(result -> (Object) result)
          : CompletableFuture.completedStage(value);
    } catch (Throwable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private @Nullable Bytes encodeDetails(AttemptContext started, @Nullable Object value) {
    return value == null
        ? null
        : tools.wire().details(started.fullActivityId(), Collections.singletonList(value));
  }

  @Override
  public void interrupt() {
    run.interrupt();
  }

  @Override
  public void cancelStage() {
    stageUnwanted = true;
    CompletionStage<?> running = stage;
    if (running != null) {
      // Its dependents are user code. Not on the serial executor: a hook that hangs must not keep
      // the stage from being cancelled.
      tools.callbacks().execute(() -> cancel(running));
    }
  }

  private static void cancel(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().cancel(true);
    } catch (UnsupportedOperationException e) {
      LOG.debug("a {} cannot be cancelled", stage.getClass().getName());
    }
  }

  @Override
  public boolean completesElsewhere() {
    return binding.form() == CompletionForm.EXTERNAL;
  }

  @Override
  public void ended() {
    permit.release();
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
