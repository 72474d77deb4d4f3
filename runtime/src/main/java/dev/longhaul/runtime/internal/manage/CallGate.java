package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets calls to the server through: so many at once, the most urgent first, a quarter of them kept
 * for outcomes, and none while the server asks to slow down. Calls on a workflow run that is busy
 * wait, while others go on. Thread-safe; no thread waits.
 */
public final class CallGate {
  private static final Logger LOG = LoggerFactory.getLogger(CallGate.class);

  /** As many as one HTTP/2 connection carries well. */
  private static final int MOST_IN_FLIGHT = 512;

  private static final int OUTCOMES_PART = 4;

  private final Services services;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private final CallWindow window;

  @GuardedBy("lock")
  private final BusyRuns busyRuns;

  @GuardedBy("lock")
  private final PriorityQueue<Ticket> heartbeats = new PriorityQueue<>(Ticket::compare);

  @GuardedBy("lock")
  private final PriorityQueue<Ticket> outcomes = new PriorityQueue<>(Ticket::compare);

  @GuardedBy("lock")
  private long nextOrder;

  @GuardedBy("lock")
  private int heartbeatsInFlight;

  @GuardedBy("lock")
  private int outcomesInFlight;

  // One thread lets waiting calls through, in a loop: a call that is answered at once would
  // recurse.
  @GuardedBy("lock")
  private boolean letting;

  CallGate(Services services) {
    this.services = services;
    this.window = new CallWindow(services, MOST_IN_FLIGHT);
    this.busyRuns = new BusyRuns(services, this::runPauseOver);
  }

  /** Admits the call, now on this thread or later on another one. */
  void enter(Ticket ticket) {
    synchronized (lock) {
      ticket.order = nextOrder++;
      if (!fitsNow(ticket)) {
        if (!busyRuns.keep(ticket)) {
          queueOf(ticket).add(ticket);
        }
        return;
      }
      depart(ticket);
    }
    admit(ticket);
  }

  /** The call is over, or was not wanted any more; the first time counts. */
  void leave(Ticket ticket, Limit met) {
    synchronized (lock) {
      if (!ticket.inFlight) {
        return;
      }
      ticket.inFlight = false;
      count(ticket, -1);
      if (met == Limit.ALL) {
        slowDown(ticket.order);
      } else {
        window.passed(ticket.order);
      }
      if (met == Limit.RUN || (met == Limit.ALL && ticket.probe)) {
        busyRuns.hitLimit(ticket);
      } else {
        busyRuns.passed(ticket).forEach(freed -> queueOf(freed).add(freed));
      }
    }
    letThrough();
  }

  /** A call that did not go through here met a limit that is everybody's. */
  public void hitLimit() {
    synchronized (lock) {
      slowDown(nextOrder);
    }
  }

  /** How long nobody should call; not positive if everybody may. */
  public long pauseNanos() {
    synchronized (lock) {
      return window.pauseNanos();
    }
  }

  /** How many calls are in flight. */
  int inFlight() {
    synchronized (lock) {
      return heartbeatsInFlight + outcomesInFlight;
    }
  }

  @GuardedBy("lock")
  private void slowDown(long order) {
    if (window.hitLimit(order, nextOrder)) {
      services.schedule(this::letThrough, window.pauseNanos());
    }
  }

  private void runPauseOver(String run) {
    synchronized (lock) {
      Ticket probe = busyRuns.pauseOver(run);
      if (probe != null) {
        queueOf(probe).add(probe);
      }
    }
    letThrough();
  }

  private void letThrough() {
    synchronized (lock) {
      if (letting) {
        return;
      }
      letting = true;
    }
    for (Ticket ticket = next(); ticket != null; ticket = next()) {
      admit(ticket);
    }
  }

  private @Nullable Ticket next() {
    synchronized (lock) {
      Ticket ticket = mostUrgent();
      if (ticket == null) {
        letting = false;
      } else {
        queueOf(ticket).remove();
        depart(ticket);
      }
      return ticket;
    }
  }

  @GuardedBy("lock")
  private @Nullable Ticket mostUrgent() {
    Ticket outcome = first(outcomes);
    Ticket heartbeat = first(heartbeats);
    if (heartbeat == null || (outcome != null && Ticket.compare(outcome, heartbeat) < 0)) {
      return outcome != null && hasRoom(outcome) ? outcome : null;
    }
    if (hasRoom(heartbeat)) {
      return heartbeat;
    }
    return outcome != null && hasRoom(outcome) ? outcome : null;
  }

  @GuardedBy("lock")
  private @Nullable Ticket first(PriorityQueue<Ticket> queue) {
    while (!queue.isEmpty() && busyRuns.keep(queue.element())) {
      queue.remove();
    }
    return queue.peek();
  }

  @GuardedBy("lock")
  private boolean fitsNow(Ticket ticket) {
    return queueOf(ticket).isEmpty() && hasRoom(ticket) && !busyRuns.isBusy(ticket);
  }

  @GuardedBy("lock")
  private boolean hasRoom(Ticket ticket) {
    if (window.pauseNanos() > 0) {
      return false;
    }
    int size = window.size();
    return heartbeatsInFlight + outcomesInFlight < size
        && (ticket.isOutcome() || heartbeatsInFlight < size - size / OUTCOMES_PART);
  }

  @GuardedBy("lock")
  private void depart(Ticket ticket) {
    ticket.inFlight = true;
    count(ticket, 1);
  }

  @GuardedBy("lock")
  private void count(Ticket ticket, int change) {
    if (ticket.isOutcome()) {
      outcomesInFlight += change;
    } else {
      heartbeatsInFlight += change;
    }
  }

  @GuardedBy("lock")
  private PriorityQueue<Ticket> queueOf(Ticket ticket) {
    return ticket.isOutcome() ? outcomes : heartbeats;
  }

  // One that throws is a bug of ours; it must not keep its place, or others from theirs.
  private void admit(Ticket ticket) {
    try {
      ticket.admit();
    } catch (RuntimeException | Error e) {
      LOG.error("a call that was let through failed to start", e);
      leave(ticket, Limit.NONE);
    }
  }
}
