package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Nanos;

/**
 * The next thing that an attempt has to do: one alarm, set to the earliest of all its times, which
 * are nanoseconds since the receipt of the attempt.
 */
final class Agenda extends Alarm {
  private final StateMachine attempt;

  // Changes within decisions of the attempt alone, so that what is set is what was decided last.
  private long setFor = Nanos.NEVER;

  Agenda(StateMachine attempt) {
    this.attempt = attempt;
  }

  /** Sets the alarm anew if the earliest time is another one; within a decision. */
  void update() {
    long next =
        Math.min(
            Math.min(attempt.heartbeats().dueAt(), attempt.deadlines().dueAt()),
            Math.min(graceOverAt(), reportAt()));
    if (next != setFor) {
      setFor = next;
      set(next);
    }
  }

  private void set(long next) {
    if (next == Nanos.NEVER) {
      attempt.shared().alarms().cancel(this);
    } else {
      attempt.shared().alarms().set(this, attempt.nanosAt(next));
    }
  }

  @Override
  protected void ring() {
    attempt.decide(this::doWhatIsDue);
  }

  // What ends the attempt comes first: what it makes needless is no longer due then.
  private void doWhatIsDue() {
    setFor = Nanos.NEVER;
    long now = attempt.age();
    if (attempt.deadlines().dueAt() <= now) {
      attempt.deadlines().passed();
    }
    StopSequence stop = attempt.stop();
    if (stop != null && stop.graceOverAt() <= now) {
      stop.graceOver();
    }
    OutcomeReport report = attempt.report();
    if (report != null && report.dueAt() <= now) {
      report.due();
    }
    if (attempt.heartbeats().dueAt() <= now) {
      attempt.heartbeats().due();
    }
  }

  private long graceOverAt() {
    StopSequence stop = attempt.stop();
    return stop == null ? Nanos.NEVER : stop.graceOverAt();
  }

  private long reportAt() {
    OutcomeReport report = attempt.report();
    return report == null ? Nanos.NEVER : report.dueAt();
  }

  @Override
  public String toString() {
    return "the agenda of " + attempt.task();
  }
}
