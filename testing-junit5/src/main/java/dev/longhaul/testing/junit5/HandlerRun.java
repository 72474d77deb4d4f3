package dev.longhaul.testing.junit5;

import com.google.inject.Injector;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.Durations;
import dev.longhaul.api.EncodedValues;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.TypeRef;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.RecordedHeartbeat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One attempt under a {@link HandlerHarness}. Time stands still but for {@link #advance} and {@link
 * #stop}; whatever is due meanwhile is done on the test's thread, one thing after the other: starts
 * of the stage and external forms, hooks, listeners, conversions. So these forms run the same way
 * each time.
 *
 * <p>A blocking handler has a thread, in real time. Each method first waits until that thread has
 * ended or waits for something. What the test itself gives to the handler's threads (it counts down
 * a latch, it completes a future) may take them a moment to see: {@link #await} the effect before
 * time is moved on.
 *
 * <p>For one thread, which closes it. Methods that wait do so for ten real seconds at the most, and
 * tell in their {@link AssertionError} what happened until then.
 */
public final class HandlerRun<H> implements AutoCloseable {
  static final String TASK_QUEUE = "harness";

  private final RunParts<H> parts;
  private final FakeActivity activity;
  private final RunLog<H> log;
  private final Reports reports;

  private HandlerRun(RunParts<H> parts, FakeActivity activity) {
    this.parts = parts;
    this.activity = activity;
    this.log = parts.logs().of(activity);
    this.reports = new Reports(parts.service(), activity, parts.converter(), log);
  }

  static <H> HandlerRun<H> start(
      HandlerHarness<H> harness, Function<DataConverter, ActivitySpec> spec) {
    RunParts<H> parts = RunParts.of(harness);
    try {
      return schedule(parts, spec);
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  /** Starts another activity in this one's runtime. */
  HandlerRun<H> startBeside(Function<DataConverter, ActivitySpec> spec) {
    return settled(() -> schedule(parts, spec));
  }

  private static <H> HandlerRun<H> schedule(
      RunParts<H> parts, Function<DataConverter, ActivitySpec> spec) {
    parts.machine().activityComes();
    HandlerRun<H> run =
        new HandlerRun<>(parts, parts.service().schedule(spec.apply(parts.converter())));
    run.settled(parts.machine()::settle);
    return run;
  }

  /**
   * Moves time on; heartbeats, hooks, retries and deadlines on the way happen when they are due.
   */
  public void advance(Duration time) {
    settled(() -> parts.machine().advance(time));
  }

  /**
   * Waits for other threads of the handler, in real time; the clock stands still.
   *
   * @param what for the message if it does not come
   */
  public void await(String what, BooleanSupplier condition) {
    settled(() -> parts.machine().await(what, condition));
  }

  /**
   * Asks the activity to stop, as server, operator or process do, and moves time on until the
   * attempt was told: to its next heartbeat for a cancellation, a pause, a reset and an attempt
   * that is gone; to where the process must give it up for a timeout, during which no heartbeat
   * arrives. What the attempt does then, it does at that time: its grace period is still to come.
   *
   * @throws AssertionError if it is not told: because it never heartbeats, because it ended before,
   *     or because the last attempt is spared
   * @throws IllegalArgumentException for a reset of an attempt above 1, which is told that it is
   *     gone
   */
  public void stop(StopRequest.Kind kind) {
    settled(() -> new Stopping(parts, activity, log).stop(kind));
  }

  /** The operator ends the pause; the attempt is told by its next heartbeat. */
  public void unpause() {
    settled(activity::unpause);
  }

  /** The instance that works on the attempt. */
  public H handler() {
    return settled(
        () -> log.handler().orElseThrow(() -> new AssertionError("no handler was started")));
  }

  /** The accepted heartbeats, in their order. */
  public List<SentHeartbeat> heartbeats() {
    return settled(() -> activity.heartbeats().stream().map(this::sent).toList());
  }

  private SentHeartbeat sent(RecordedHeartbeat heartbeat) {
    return new SentHeartbeat(
        log.elapsedAt(heartbeat.at()),
        parts
            .converter()
            .fromPayloads(
                heartbeat.details() == null ? Payloads.getDefaultInstance() : heartbeat.details()));
  }

  /** The first value of the details that the server has, with which another attempt would start. */
  public <T> Optional<T> heartbeatDetails(Class<T> type) {
    return settled(
        () ->
            activity
                .heartbeatDetails()
                .flatMap(details -> parts.converter().fromPayloads(details).get(0, type)));
  }

  /** Whether it has no outcome yet. */
  public boolean isOpen() {
    return settled(() -> reports.outcome().isEmpty());
  }

  /** Waits for the outcome, in real time; the clock stands still. */
  public AttemptOutcome outcome() {
    await("the outcome", () -> reports.outcome().isPresent());
    return reports.outcome().orElseThrow();
  }

  /** Waits for the result, which may be null; anything else is an {@link AssertionError}. */
  public <T> Optional<T> result(Class<T> type) {
    return completed().result().get(0, type);
  }

  /** As {@link #result(Class)}, for a generic type. */
  public <T> Optional<T> result(TypeRef<T> type) {
    return completed().result().get(0, type);
  }

  private AttemptOutcome.Completed completed() {
    AttemptOutcome outcome = outcome();
    if (outcome instanceof AttemptOutcome.Completed completed) {
      return completed;
    }
    throw unexpected("completed", outcome);
  }

  /** Waits for the failure; anything else is an {@link AssertionError}. */
  public ReceivedFailureException failure() {
    AttemptOutcome outcome = outcome();
    if (outcome instanceof AttemptOutcome.Failed failed) {
      return failed.failure();
    }
    throw unexpected("failed", outcome);
  }

  /** Waits for the confirmed cancellation; anything else is an {@link AssertionError}. */
  public EncodedValues cancellationDetails() {
    AttemptOutcome outcome = outcome();
    if (outcome instanceof AttemptOutcome.Cancelled cancelled) {
      return cancelled.details();
    }
    throw unexpected("cancelled", outcome);
  }

  /** What happened so far. Calls of the handler stand where they happened, all else where told. */
  public List<HandlerEvent> events() {
    return settled(() -> log.events());
  }

  /** How far time was moved. */
  public Duration elapsed() {
    return log.elapsed();
  }

  /**
   * The attempt, for {@link #client}.
   *
   * @throws IllegalStateException if it has ended on the server
   */
  public TaskToken reference() {
    return TaskToken.of(activity.taskToken().toByteArray());
  }

  /** Completes the attempt from outside, as another process would. */
  public AsyncCompletionClient client() {
    return parts.injector().getInstance(AsyncCompletionClient.class);
  }

  /** Where the handler comes from. */
  public Injector injector() {
    return parts.injector();
  }

  /** The server, for faults and for what was sent. */
  public FakeTemporalService service() {
    return parts.service();
  }

  /**
   * Lets go of the attempt, if it is still open, and of its threads; and of those beside it.
   * Closing it again does nothing.
   */
  @Override
  public void close() {
    parts.close();
  }

  /** What happened so far. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("run of " + parts.handler() + ", after " + Durations.format(elapsed()));
    log.events().forEach(event -> text.append("\n    ").append(event));
    return text.toString();
  }

  private AssertionError unexpected(String wanted, AttemptOutcome outcome) {
    AssertionError error =
        failed("expected that the attempt " + wanted + ", but its outcome is " + outcome);
    if (outcome instanceof AttemptOutcome.Failed failed) {
      error.initCause(failed.failure());
    }
    return error;
  }

  private AssertionError failed(String why) {
    return new AssertionError(why + "\n" + this);
  }

  private void settled(Runnable action) {
    settled(
        () -> {
          action.run();
          return this;
        });
  }

  private <T> T settled(Supplier<T> action) {
    try {
      parts.machine().settle();
      T result = action.get();
      parts.machine().settle();
      return result;
    } catch (AssertionError e) {
      AssertionError told = failed(String.valueOf(e.getMessage()));
      told.initCause(e);
      throw told;
    }
  }
}
