package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What workflow, operators and the end of the process want of an attempt, and what it does about
 * it. Every method is called within a decision of the attempt's {@link Steps}.
 */
final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private final StateMachine attempt;
  private boolean wasReset;
  private boolean pauseTold;
  private boolean spared;

  Signals(StateMachine attempt) {
    this.attempt = attempt;
  }

  /** What a heartbeat's answer says; flags stay set as long as what they tell of. */
  void heard(Answer.Acknowledged answer) {
    attempt.deadlines().paused(answer.paused());
    if (!attempt.isOpen()) {
      return;
    }
    wasReset |= answer.reset();
    if (answer.cancelRequested()) {
      attempt.cancelRequested(
          StopRequest.of(StopRequest.Kind.CANCELLED, "the workflow asked to cancel the activity"));
      return;
    }
    if (answer.reset()) {
      stopUnlessLast(StopRequest.Kind.RESET, "an operator reset the activity");
    }
    if (answer.paused() && attempt.policy().stopsOnPause()) {
      stopUnlessLast(StopRequest.Kind.PAUSED, "an operator paused the activity");
    }
    if (attempt.isRunning() && pauseTold != answer.paused()) {
      pauseTold = answer.paused();
      pauseChanged(pauseTold ? PauseEvent.PAUSED : PauseEvent.RESUMED);
    }
  }

  private void pauseChanged(PauseEvent event) {
    attempt.effect(() -> attempt.work().pauseChanged(event));
    attempt.tell((listener, activity) -> listener.pauseChanged(activity, event));
  }

  /** The process ends: stops the work, or answers false if the attempt stays open on the server. */
  boolean shutDown() {
    return attempt.policy().failsOnShutdown()
        && stopUnlessLast(StopRequest.Kind.SHUTDOWN, "this process shuts down");
  }

  // Such a stop ends in a failure that uses up an attempt. On the last one that would end the
  // activity, which nobody asked for: so the work goes on.
  private boolean stopUnlessLast(StopRequest.Kind kind, String reason) {
    if (!isLastAttempt()) {
      attempt.deliver(StopRequest.of(kind, reason));
      return true;
    }
    if (!spared) {
      spared = true;
      attempt.effect(() -> LOG.info("{} goes on, as its last attempt: {}", attempt.task(), reason));
    }
    return false;
  }

  // After a reset the server counts from one again.
  private boolean isLastAttempt() {
    int most = attempt.task().maximumAttempts();
    return most > 0 && (wasReset ? 1 : attempt.task().attempt()) >= most;
  }
}
