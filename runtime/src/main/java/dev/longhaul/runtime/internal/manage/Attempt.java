package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, as its work, its clients and the manager drive it; {@link StateMachine} decides what
 * comes of it. Thread-safe; no method blocks or calls user code.
 */
public final class Attempt {
  private final StateMachine state;

  Attempt(ActivityTask task, AttemptPolicy policy, AttemptWork work, Shared shared) {
    this.state = new StateMachine(this, task, policy, work, shared);
  }

  /** The attempt, without its inputs. */
  public ActivityTask task() {
    return state.task();
  }

  /** The highest stop request so far. */
  public Optional<StopRequest> currentStopRequest() {
    return Optional.ofNullable(state.stopRequest());
  }

  /** Whether it goes on: it was not asked to stop, and no outcome is decided. */
  public boolean isRunning() {
    return state.isRunning();
  }

  /** Whether it was asked to stop, and no outcome is decided. */
  boolean isStopping() {
    return state.isStopping();
  }

  /** Whether its work is to end: it was asked to, and has had no result of its own before that. */
  public boolean isWorkToEnd() {
    StopSequence stop = state.stop();
    return stop != null && (state.isStopping() || stop.hasEndedAttempt());
  }

  /** The last known details, as they would be sent. */
  public @Nullable Bytes lastDetails() {
    return state.read(() -> Optional.ofNullable(state.heartbeats().last().details())).orElse(null);
  }

  /** What is known now. */
  public ActivitySnapshot snapshot() {
    return state.snapshot();
  }

  /** Adds what is known now. */
  void addTo(HealthCount count) {
    state.read(
        () -> {
          count.add(state);
          return count;
        });
  }

  /** Records details, if any, for the next heartbeat; not once an outcome is decided. */
  public void record(@Nullable Bytes details) {
    if (details == null) {
      return;
    }
    state.decide(
        () -> {
          if (state.isOpen()) {
            state.heartbeats().record(details);
          }
        });
  }

  /** Records details if there are any, and sends the last ones now. */
  public CompletableFuture<Void> heartbeatNow(@Nullable Bytes details) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    state.decide(() -> heartbeatNow(details, done));
    return done;
  }

  private void heartbeatNow(@Nullable Bytes details, CompletableFuture<Void> done) {
    StopSequence stop = state.stop();
    if (!state.isOpen()) {
      state.settle(done, state.alreadyDecided());
    } else if (stop != null && stop.isTooLate()) {
      state.settle(done, stop.highest().toException());
    } else {
      if (details != null) {
        state.heartbeats().record(details);
      }
      state.heartbeats().flush(failure -> state.settle(done, failure));
    }
  }

  /** The work has a result. Nobody is told of the server's answer; a refusal is logged. */
  public void returned(EncodedOutcome.Completed outcome) {
    state.decide(() -> state.conclude(outcome, null));
  }

  /** The attempt fails, whatever its work does. Nobody is told of the server's answer. */
  public void failed(Bytes failure) {
    state.decide(() -> state.conclude(new EncodedOutcome.Failed(failure), null));
  }

  /**
   * The work ended exceptionally.
   *
   * @param failure what to report unless this confirms a stop request
   * @param details of the cancellation, where the throwable carried any
   */
  public void threw(Throwable thrown, Bytes failure, @Nullable Bytes details) {
    state.decide(
        () -> {
          StopSequence stop = state.stop();
          if (!state.isStopping() || !Objects.requireNonNull(stop).takes(thrown, details)) {
            state.conclude(new EncodedOutcome.Failed(failure), null);
          }
        });
  }

  /** Somebody completes the activity. */
  public CompletableFuture<Void> complete(EncodedOutcome.Completed outcome) {
    return conclude(outcome);
  }

  /** Somebody fails the attempt. */
  public CompletableFuture<Void> fail(EncodedOutcome.Failed outcome) {
    return conclude(outcome);
  }

  private CompletableFuture<Void> conclude(EncodedOutcome outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    state.decide(() -> state.conclude(outcome, acknowledged));
    return acknowledged;
  }

  /**
   * Somebody says that the work ended as it was asked to; if no cancellation was seen, one
   * heartbeat looks for it.
   */
  public CompletableFuture<Void> reportCancellation(EncodedOutcome.Canceled outcome) {
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    state.decide(() -> state.cancelled(outcome, acknowledged));
    return acknowledged;
  }

  // What the manager says.

  void start() {
    state.decide(
        () -> {
          state.heartbeats().start();
          state.tell((listener, activity) -> listener.received(activity));
        });
  }

  /** Another entry took the place of this one: the work is told, and nothing is reported. */
  void supersede(String why) {
    state.decide(() -> state.supersede(why));
  }

  /** The process ends: the work is stopped, or the attempt is left open on the server. */
  void shutDown() {
    state.decide(state::shutDown);
  }

  /** The process waits no longer. */
  void abandon() {
    state.decide(state::abandon);
  }

  AttemptPolicy policy() {
    return state.policy();
  }

  @Override
  public String toString() {
    return task().toString();
  }
}
