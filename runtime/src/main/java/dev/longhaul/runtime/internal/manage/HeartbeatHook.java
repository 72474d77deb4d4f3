package dev.longhaul.runtime.internal.manage;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeat hook of one attempt: asked once at a time, and complained of once until it does
 * well again. Every method is called within a decision of the attempt's {@link Steps}.
 */
final class HeartbeatHook {
  private static final Logger LOG = LoggerFactory.getLogger(HeartbeatHook.class);

  /** How long a hook may take before somebody hears of it. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StateMachine attempt;
  private boolean asked;
  private boolean complained;
  private boolean everAnswered;
  private long answeredAt;

  HeartbeatHook(StateMachine attempt) {
    this.attempt = attempt;
  }

  /** Whether its answer is still to come. */
  boolean isAsked() {
    return asked;
  }

  /** Whether it answered so recently that a heartbeat may go out with that. */
  boolean isFresh() {
    return everAnswered && attempt.age() - answeredAt < attempt.policy().plan().shortestDelay();
  }

  /** Asks; the answer goes to {@link Heartbeats#hookAnswered}. */
  void ask() {
    asked = true;
    attempt.effect(
        () ->
            attempt
                .work()
                .heartbeatDetails()
                .whenComplete(
                    (answer, failure) ->
                        attempt.decide(
                            () -> {
                              asked = false;
                              attempt.heartbeats().hookAnswered(this, answer, unwrapped(failure));
                            })));
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  void answered() {
    everAnswered = true;
    answeredAt = attempt.age();
    complained = false;
  }

  /** Answers false if nobody needs what it did not say: an outcome is decided. */
  boolean failed(Throwable why) {
    if (!attempt.isOpen()) {
      attempt.effect(
          () -> LOG.debug("{}: the heartbeat hook failed after the outcome", attempt.task(), why));
      return false;
    }
    complain("the heartbeat hook failed", why);
    attempt.tell((listener, activity) -> listener.heartbeatFailed(activity, why));
    return true;
  }

  void hangs() {
    complain("the heartbeat hook has not answered for " + PATIENCE, null);
  }

  private void complain(String what, @Nullable Throwable why) {
    if (!complained) {
      complained = true;
      String consequence =
          attempt.isWatched()
              ? "no heartbeat is sent until it answers, and without any the attempt times out"
              : "heartbeats go out with the last details, since the server waits for none";
      attempt.effect(() -> LOG.warn("{}: {}; {}", attempt.task(), what, consequence, why));
    }
  }
}
