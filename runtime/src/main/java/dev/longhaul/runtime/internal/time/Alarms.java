package dev.longhaul.runtime.internal.time;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Any number of alarms on one task of a timer: a heap whose entries know their place, so that to
 * set, move or cancel one allocates nothing. Thread-safe.
 *
 * <p>An alarm rings at its time or after it, in the order of the times; one that is cancelled or
 * moved while it is about to ring may ring all the same, so whoever is rung looks at the time. When
 * the timer is closed, none rings any more.
 */
public final class Alarms {
  private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
  private static final int FIRST_CAPACITY = 64;

  /** How late alarms in rounds may be: little beside any interval, much beside a wake-up. */
  static final Duration REST = Duration.ofMillis(5);

  private final Ticker ticker;
  private final Timer timer;
  private final boolean keepsTask;
  private final long restNanos;
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable Alarm[] heap = new @Nullable Alarm[FIRST_CAPACITY];

  @GuardedBy("lock")
  private int size;

  // While alarms ring, nobody needs to be woken for those that are set: they are looked at next.
  @GuardedBy("lock")
  private boolean ringing;

  @GuardedBy("lock")
  private @Nullable Future<?> wakeUp;

  @GuardedBy("lock")
  private long wakeUpNanos;

  // No wake-up before that.
  @GuardedBy("lock")
  private long restsUntil;

  public Alarms(Ticker ticker, Timer timer) {
    this(ticker, timer, false, Duration.ZERO);
  }

  private Alarms(Ticker ticker, Timer timer, boolean keepsTask, Duration rest) {
    this.ticker = ticker;
    this.timer = timer;
    this.keepsTask = keepsTask;
    this.restNanos = rest.toNanos();
    this.restsUntil = ticker.nanoTime();
  }

  /**
   * For alarms that are set and cancelled all the time, and hardly ever ring. The timer's task
   * stays when the last one is cancelled: it serves those that are set later, or finds nothing to
   * ring, which costs less than a task for each of them.
   */
  public static Alarms mostlyCancelled(Ticker ticker, Timer timer) {
    return new Alarms(ticker, timer, true, Duration.ZERO);
  }

  /**
   * For thousands of alarms. After any rang there is a rest, and those whose time comes meanwhile
   * ring together at its end, {@link #REST} late at most: to wake the timer, and with it the
   * network, for each of them costs more than all else. One that is set for now does not wait.
   */
  public static Alarms inRounds(Ticker ticker, Timer timer) {
    return new Alarms(ticker, timer, false, REST);
  }

  /** Rings at this time of the ticker, and not at the one that was set before. */
  public void set(Alarm alarm, long dueNanos) {
    synchronized (lock) {
      if (alarm.position == Alarm.NOT_SET) {
        makeRoom();
        alarm.dueNanos = dueNanos;
        up(alarm, size++);
      } else {
        alarm.dueNanos = dueNanos;
        settle(alarm, alarm.position);
      }
      if (restsUntil - dueNanos > 0 && dueNanos - ticker.nanoTime() <= 0) {
        restsUntil = dueNanos;
      }
      wakeInTime();
    }
  }

  /** As {@link #set}, at the time that is so many nanoseconds from now. */
  public void setAfter(Alarm alarm, long nanos) {
    set(alarm, ticker.nanoTime() + nanos);
  }

  /** Does not ring any more, unless it is about to. */
  public void cancel(Alarm alarm) {
    synchronized (lock) {
      if (alarm.position != Alarm.NOT_SET) {
        remove(alarm);
        if (size == 0 && wakeUp != null && !keepsTask) {
          wakeUp.cancel(false);
          wakeUp = null;
        }
      }
    }
  }

  /** How many are set. */
  public int size() {
    synchronized (lock) {
      return size;
    }
  }

  private void ringDue() {
    synchronized (lock) {
      ringing = true;
      wakeUp = null;
    }
    for (Alarm due = nextDue(); due != null; due = nextDue()) {
      ring(due);
    }
  }

  private @Nullable Alarm nextDue() {
    synchronized (lock) {
      Alarm first = heap[0];
      if (first != null && first.dueNanos - ticker.nanoTime() <= 0) {
        remove(first);
        return first;
      }
      ringing = false;
      restsUntil = ticker.nanoTime() + restNanos;
      wakeInTime();
      return null;
    }
  }

  // One that throws is a bug of ours; those after it must ring all the same.
  private static void ring(Alarm alarm) {
    try {
      alarm.ring();
    } catch (RuntimeException | Error e) {
      LOG.error("{} failed when it rang", alarm, e);
    }
  }

  @GuardedBy("lock")
  private void wakeInTime() {
    Alarm first = heap[0];
    if (ringing || first == null) {
      return;
    }
    long time = first.dueNanos - restsUntil > 0 ? first.dueNanos : restsUntil;
    if (wakeUp != null) {
      if (wakeUpNanos - time <= 0) {
        return;
      }
      wakeUp.cancel(false);
    }
    wakeUpNanos = time;
    try {
      wakeUp =
          timer.schedule(
              this::ringDue, Math.max(0, wakeUpNanos - ticker.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      wakeUp = null; // the timer is closed, and whoever sets an alarm is on its way out too
    }
  }

  @GuardedBy("lock")
  private void makeRoom() {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
  }

  @GuardedBy("lock")
  private void remove(Alarm alarm) {
    int hole = alarm.position;
    alarm.position = Alarm.NOT_SET;
    Alarm last = at(--size);
    heap[size] = null;
    if (last != alarm) {
      settle(last, hole);
    }
  }

  @GuardedBy("lock")
  private void settle(Alarm alarm, int from) {
    if (from > 0 && isBefore(alarm, at(parent(from)))) {
      up(alarm, from);
    } else {
      down(alarm, from);
    }
  }

  @GuardedBy("lock")
  private void up(Alarm alarm, int from) {
    int hole = from;
    while (hole > 0 && isBefore(alarm, at(parent(hole)))) {
      place(at(parent(hole)), hole);
      hole = parent(hole);
    }
    place(alarm, hole);
  }

  @GuardedBy("lock")
  private void down(Alarm alarm, int from) {
    int hole = from;
    for (int child = earlierChild(hole);
        child < size && isBefore(at(child), alarm);
        child = earlierChild(hole)) {
      place(at(child), hole);
      hole = child;
    }
    place(alarm, hole);
  }

  @GuardedBy("lock")
  private int earlierChild(int parent) {
    int left = 2 * parent + 1;
    int right = left + 1;
    return right < size && isBefore(at(right), at(left)) ? right : left;
  }

  @GuardedBy("lock")
  private void place(Alarm alarm, int position) {
    heap[position] = alarm;
    alarm.position = position;
  }

  @GuardedBy("lock")
  private Alarm at(int position) {
    Alarm alarm = heap[position];
    if (alarm == null) {
      throw new IllegalStateException("no alarm at " + position + " of " + size);
    }
    return alarm;
  }

  private static int parent(int position) {
    return (position - 1) >>> 1;
  }

  private static boolean isBefore(Alarm one, Alarm other) {
    return one.dueNanos - other.dueNanos < 0;
  }
}
