package dev.longhaul.runtime.internal.manage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Those who report a cancellation that was not seen yet: the server is asked by one heartbeat.
 * Every method is called within a decision of the attempt's {@link Steps}.
 */
final class CancellationLook {

  private record Waiting(EncodedOutcome.Canceled outcome, CompletableFuture<Void> acknowledged) {}

  private final StateMachine attempt;
  private final List<Waiting> waiting = new ArrayList<>(1);

  CancellationLook(StateMachine attempt) {
    this.attempt = attempt;
  }

  void begin(EncodedOutcome.Canceled outcome, CompletableFuture<Void> acknowledged) {
    Waiting reporter = new Waiting(outcome, acknowledged);
    waiting.add(reporter);
    attempt.heartbeats().flush(failure -> answered(reporter, failure));
  }

  // If it is no longer among them, its outcome was decided or refused.
  private void answered(Waiting reporter, @Nullable Throwable failure) {
    if (waiting.remove(reporter)) {
      if (failure != null) {
        attempt.settle(reporter.acknowledged(), failure);
      } else {
        attempt.confirmed(reporter.acknowledged());
      }
    }
  }

  /** The workflow did ask; answers whether the attempt is canceled by that. */
  boolean found() {
    if (waiting.isEmpty()) {
      return false;
    }
    Waiting first = waiting.remove(0);
    attempt.conclude(first.outcome(), first.acknowledged());
    return true;
  }

  /** The attempt has an outcome or an end. */
  void over(Throwable why) {
    List<Waiting> late = List.copyOf(waiting);
    waiting.clear();
    late.forEach(reporter -> attempt.settle(reporter.acknowledged(), why));
  }
}
