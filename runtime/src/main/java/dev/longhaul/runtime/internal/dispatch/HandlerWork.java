package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.HandlerMethod;
import dev.longhaul.api.spi.Invocation;
import dev.longhaul.runtime.internal.convert.Thrown;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.AttemptWork;
import dev.longhaul.runtime.internal.manage.SerialExecutor;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of one attempt: a handler instance and its methods, each called where it may be. Hooks
 * run on the serial executor; so does the start of the stage and external forms, before any hook.
 * Whoever starts attempts in another way extends it.
 */
public class HandlerWork<H> implements AttemptWork {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerWork.class);

  private final Station<H> station;
  private final SerialExecutor serial;
  private final @Nullable InterruptibleRun run;

  // Until it is given back, which may be long before the end.
  private volatile Permits.@Nullable Permit permit;

  // Of a handler with a limit; until the end.
  private final Permits.@Nullable Permit room;

  // The instance, once hooks may be called on it: with a blocking start as soon as it exists,
  // otherwise when the start has returned. Fails if there will never be one.
  private final CompletableFuture<H> ready = new CompletableFuture<>();
  private volatile @Nullable CompletionStage<?> stage;

  // Set before the stage is looked for, as the stage is set before this is: one side sees the other
  // when a request comes while the start is about to return.
  private volatile boolean stageUnwanted;
  private volatile @Nullable AttemptContext context;

  // There as soon as somebody listens or is to be told.
  private @Nullable StopSignals stops;

  // There as soon as the work waits for a time.
  private @Nullable Delays delays;
  private boolean isOver;

  /**
   * Work that has not started.
   *
   * @param permit of the process; null if it is not to be counted
   * @param room of the handler, if it has a limit
   */
  protected HandlerWork(
      Station<H> station, Permits.@Nullable Permit permit, Permits.@Nullable Permit room) {
    this.station = station;
    this.permit = permit;
    this.room = room;
    this.serial = new SerialExecutor(station.tools().callbacks());
    this.run =
        binding().form() == CompletionForm.BLOCKING && !binding().isBatch()
            ? new InterruptibleRun()
            : null;
  }

  /** Starts the work of an attempt that the manager looks after. */
  public final void start(Attempt attempt, ActivityTask task) {
    context =
        station.handler().isExternal()
            ? new PendingContext(attempt, this, binding().sendsResult())
            : new AttemptContext(attempt, this);
    begin(task);
  }

  /** Has the start method called; the work has its context. */
  protected void begin(ActivityTask task) {
    new WorkStart<>(this, started(), task).run();
  }

  protected final HandlerBinding<H> binding() {
    return station.binding();
  }

  protected final Tools tools() {
    return station.tools();
  }

  protected final SerialExecutor serial() {
    return serial;
  }

  final synchronized StopSignals stops() {
    if (stops == null) {
      stops = new StopSignals(serial);
    }
    return stops;
  }

  final synchronized Delays delays() {
    if (delays == null) {
      delays = new Delays(serial, tools());
      if (isOver) {
        delays.end();
      }
    }
    return delays;
  }

  /** The attempt as its handler sees it. */
  protected final AttemptContext started() {
    return Objects.requireNonNull(context, "nothing is asked of work before its start");
  }

  /** One value for each parameter; as {@link Inputs#read}. */
  protected final @Nullable Object[] readInputs(ActivityTask task) {
    return Inputs.read(binding(), task, tools().payloads());
  }

  /** Where the work reports how it ended. */
  protected final WorkEnd end() {
    return new WorkEnd(started().managed(), tools(), binding().sendsResult());
  }

  // What the start tells.

  final void runInterruptibly(Runnable task) {
    InterruptibleRun interruptible = Objects.requireNonNull(run, "only a blocking start is run so");
    tools().blocking().execute(() -> interruptible.run(task));
  }

  /** Hooks may be called on this instance from now on. */
  protected final void ready(H handler) {
    ready.complete(handler);
  }

  /** There is no instance for hooks, unless it is ready already. */
  protected final void neverReady(Throwable why) {
    ready.completeExceptionally(why);
  }

  /** The work goes on until this stage is complete. */
  final void running(CompletionStage<?> running) {
    stage = running;
    if (stageUnwanted) {
      cancelStage();
    }
  }

  /** The work goes on outside of this process. */
  protected final void startedOutside() {
    releasePermit();
  }

  // What the manager asks.

  @Override
  public boolean hasHeartbeatHook() {
    return binding().heartbeat().isPresent() && ready.isDone() && !ready.isCompletedExceptionally();
  }

  @Override
  public CompletionStage<@Nullable Bytes> heartbeatDetails() {
    HandlerMethod<H> hook = binding().heartbeat().orElseThrow();
    H handler = ready.join();
    return station
        .hooks()
        .enter()
        .thenComposeAsync(turn -> callHeartbeat(turn, hook, handler), serial)
        .thenApplyAsync(this::encodeDetails, serial);
  }

  private CompletionStage<@Nullable Object> callHeartbeat(
      HookLane.Turn turn, HandlerMethod<H> hook, H handler) {
    try {
      return invoke(hook, handler, hookCall(null));
    } finally {
      turn.end();
    }
  }

  @Override
  public void stopRequested(StopRequest request) {
    stops().deliver(request);
  }

  @Override
  public void pauseChanged(PauseEvent event) {
    stops().deliver(event);
  }

  @Override
  public boolean hasCancelHook() {
    return binding().cancel().isPresent();
  }

  @Override
  public CompletionStage<@Nullable Bytes> cancel(StopRequest request) {
    HandlerMethod<H> hook = binding().cancel().orElseThrow();
    return ready
        .handleAsync((handler, neverStarted) -> handler, serial)
        .thenComposeAsync(handler -> callCancel(hook, handler, request), serial)
        .thenApplyAsync(this::encodeDetails, serial)
        .exceptionally(
            failure -> {
              LOG.warn("{}: the cancel hook failed", started(), Thrown.unwrapped(failure));
              return null;
            });
  }

  private CompletionStage<@Nullable Object> callCancel(
      HandlerMethod<H> hook, @Nullable H handler, StopRequest request) {
    // While it waited for its turn the work may have had a result, which counts. If only the grace
    // period is over, there is still something to end.
    return handler == null || !started().managed().isWorkToEnd()
        ? CompletableFuture.completedStage(null)
        : invoke(hook, handler, hookCall(request));
  }

  /** What a hook may ask for. */
  protected Invocation hookCall(@Nullable StopRequest why) {
    return HandlerCall.hook(started(), why);
  }

  private CompletionStage<@Nullable Object> invoke(
      HandlerMethod<H> hook, H handler, Invocation call) {
    try {
      Object value = hook.invoke(handler, call);
      return value instanceof CompletionStage<?> later
          ? later.thenApply(result -> (Object) result)
          : CompletableFuture.completedStage(value);
    } catch (Throwable e) {
      return CompletableFuture.failedStage(e);
    }
  }

  private @Nullable Bytes encodeDetails(@Nullable Object value) {
    return value == null
        ? null
        : tools().wire().details(started().reference(), Collections.singletonList(value));
  }

  @Override
  public void interrupt() {
    if (run != null) {
      run.interrupt();
    }
  }

  @Override
  public void cancelStage() {
    stageUnwanted = true;
    CompletionStage<?> running = stage;
    if (running != null) {
      // Its dependents are user code. Not on the serial executor: a hook that hangs must not keep
      // the stage from being cancelled.
      tools().callbacks().execute(() -> Stages.cancel(running));
    }
  }

  @Override
  public boolean completesElsewhere() {
    return station.handler().isExternal();
  }

  @Override
  public void ended() {
    releasePermit();
    endDelays();
    if (room != null) {
      room.release();
    }
  }

  private synchronized void endDelays() {
    isOver = true;
    if (delays != null) {
      delays.end();
    }
  }

  private void releasePermit() {
    Permits.Permit held = permit;
    permit = null;
    if (held != null) {
      held.release();
    }
  }
}
