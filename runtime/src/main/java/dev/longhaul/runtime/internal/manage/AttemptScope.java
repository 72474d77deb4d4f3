package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt is about, its time, and how it decides and acts; {@link StateMachine} adds what
 * it decides.
 */
abstract class AttemptScope {
  /** The ticker's times cannot be compared further apart. */
  private static final Duration FARTHEST = Duration.ofDays(365);

  private final ActivityTask task;
  private final AttemptPolicy policy;
  private final AttemptWork work;
  private final Shared shared;
  private final long receivedNanos;
  private final Steps steps = new Steps();

  AttemptScope(ActivityTask task, AttemptPolicy policy, AttemptWork work, Shared shared) {
    this.task = task.withoutContent();
    this.policy = policy;
    this.work = work;
    this.shared = shared;
    this.receivedNanos =
        shared.services().ticker().nanoTime() - sinceReceipt(task, shared).toNanos();
  }

  // By the wall clock, since another process may have received it.
  private static Duration sinceReceipt(ActivityTask task, Shared shared) {
    Duration age = Duration.between(task.received(), shared.wallClock().instant());
    if (age.isNegative()) {
      return Duration.ZERO;
    }
    return age.compareTo(FARTHEST) > 0 ? FARTHEST : age;
  }

  final ActivityTask task() {
    return task;
  }

  final AttemptPolicy policy() {
    return policy;
  }

  final AttemptWork work() {
    return work;
  }

  final Shared shared() {
    return shared;
  }

  final Services services() {
    return shared.services();
  }

  /** Nanoseconds since the receipt. */
  final long age() {
    return services().ticker().nanoTime() - receivedNanos;
  }

  /** An age as a time of the ticker. */
  final long nanosAt(long age) {
    return receivedNanos + Math.min(age, age() + FARTHEST.toNanos());
  }

  /** The heartbeat timeout; zero if there is none or it is unknown. */
  final long heartbeatTimeoutNanos() {
    Duration timeout = task.heartbeatTimeout();
    return timeout == null ? 0 : Nanos.of(timeout);
  }

  /** Whether the server may wait for heartbeats. */
  final boolean isWatched() {
    return task.heartbeatTimeout() == null || !task.heartbeatTimeout().isZero();
  }

  /** Decides under the lock, then acts. */
  final void decide(Runnable decision) {
    steps.decide(
        () -> {
          decision.run();
          decided();
        });
  }

  /** Ends each decision. */
  abstract void decided();

  /** What is to be done when the lock is free; within a decision. */
  final void effect(Runnable effect) {
    steps.effect(effect);
  }

  /** Completes a user's future; within a decision. */
  final void settle(@Nullable CompletableFuture<Void> future, @Nullable Throwable failure) {
    if (future != null) {
      effect(() -> services().settle(future, null, failure));
    }
  }

  /** Tells the manager's listeners, if there are any; within a decision. */
  final void tell(BiConsumer<ActivityListener, ActivitySnapshot> event) {
    if (!shared.listeners().isEmpty()) {
      ActivitySnapshot snapshot = snapshot();
      effect(() -> shared.listeners().tell(listener -> event.accept(listener, snapshot)));
    }
  }

  /** What is known now. */
  abstract ActivitySnapshot snapshot();

  /** Reads what only decisions change. */
  final <T> T read(Supplier<T> question) {
    synchronized (steps) {
      return question.get();
    }
  }
}
