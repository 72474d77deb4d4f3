package dev.longhaul.runtime.internal.batch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Nanos;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Gathers items, which are told apart by identity, and starts a batch when there are enough of
 * them, when the first one has waited long enough, or at once when nothing is to be waited for any
 * more; but never more batches at the same time than planned. Each item is in one batch at most.
 * Thread-safe; no thread waits.
 */
final class Assembler<T> {
  /** The ticker's times cannot be compared further apart. */
  private static final Duration FARTHEST = Duration.ofDays(365);

  private final BatchPlan plan;
  private final long waitNanos;
  private final Ticker ticker;
  private final Alarms alarms;
  private final Predicate<T> wanted;
  private final Function<List<T>, Runnable> starter;
  private final Alarm firstHasWaited = new FirstHasWaited();
  private final Object lock = new Object();

  // With the time since when; in the order of their coming.
  @GuardedBy("lock")
  private final Map<T, Long> waiting = new LinkedHashMap<>();

  // Those whose turn came when nobody wanted them any more, and who are about to leave.
  @GuardedBy("lock")
  private final Set<T> passedOver = new HashSet<>();

  @GuardedBy("lock")
  private int running;

  @GuardedBy("lock")
  private Mode mode = Mode.GATHERING;

  private enum Mode {
    /** Items wait for company. */
    GATHERING,
    /** Each batch starts as soon as there may be another one. */
    DRAINING,
    /** No batch starts. */
    STOPPED
  }

  /**
   * @param wanted whether an item is to be worked on; must not block
   * @param starter makes a batch of items, which it must do without calling out, since that is
   *     under the lock, so that an item is either waiting or in a batch; what it answers starts the
   *     batch, with the lock free
   */
  Assembler(
      BatchPlan plan,
      Ticker ticker,
      Alarms alarms,
      Predicate<T> wanted,
      Function<List<T>, Runnable> starter) {
    this.plan = plan;
    Duration wait = plan.maxWait();
    this.waitNanos = Nanos.of(wait.compareTo(FARTHEST) < 0 ? wait : FARTHEST);
    this.ticker = ticker;
    this.alarms = alarms;
    this.wanted = wanted;
    this.starter = starter;
  }

  /** The item waits for its batch, which may start now. */
  void join(T item) {
    List<Runnable> starts;
    synchronized (lock) {
      waiting.put(item, ticker.nanoTime());
      starts = due();
    }
    starts.forEach(Runnable::run);
  }

  /** The item will be in no batch; answers false if it is in one, or never joined. */
  boolean leave(T item) {
    List<Runnable> starts;
    boolean left;
    synchronized (lock) {
      left = waiting.remove(item) != null || passedOver.remove(item);
      starts = due();
    }
    starts.forEach(Runnable::run);
    return left;
  }

  /** A batch is over, and another one may take its place. */
  void over() {
    List<Runnable> starts;
    synchronized (lock) {
      running--;
      starts = due();
    }
    starts.forEach(Runnable::run);
  }

  /** From now on nothing waits for company. */
  void drain() {
    List<Runnable> starts;
    synchronized (lock) {
      if (mode == Mode.GATHERING) {
        mode = Mode.DRAINING;
      }
      starts = due();
    }
    starts.forEach(Runnable::run);
  }

  /** From now on no batch starts. */
  void stop() {
    synchronized (lock) {
      mode = Mode.STOPPED;
      setAlarm();
    }
  }

  /** How many wait. */
  int size() {
    synchronized (lock) {
      return waiting.size();
    }
  }

  private void look() {
    List<Runnable> starts;
    synchronized (lock) {
      starts = due();
    }
    starts.forEach(Runnable::run);
  }

  @GuardedBy("lock")
  private List<Runnable> due() {
    List<Runnable> starts = new ArrayList<>(1);
    while (running < plan.parallel() && isDue()) {
      List<T> items = next();
      if (!items.isEmpty()) {
        running++;
        starts.add(starter.apply(items));
      }
    }
    setAlarm();
    return starts;
  }

  @GuardedBy("lock")
  private boolean isDue() {
    return !waiting.isEmpty()
        && mode != Mode.STOPPED
        && (mode == Mode.DRAINING
            || waiting.size() >= plan.maxSize()
            || ticker.nanoTime() - firstSince() >= waitNanos);
  }

  @GuardedBy("lock")
  private List<T> next() {
    List<T> items = new ArrayList<>();
    Iterator<T> first = waiting.keySet().iterator();
    while (first.hasNext() && items.size() < plan.maxSize()) {
      T item = first.next();
      first.remove();
      if (wanted.test(item)) {
        items.add(item);
      } else {
        passedOver.add(item);
      }
    }
    return items;
  }

  // Not while all places are taken: the end of a batch looks.
  @GuardedBy("lock")
  private void setAlarm() {
    if (waiting.isEmpty() || running == plan.parallel() || mode == Mode.STOPPED) {
      alarms.cancel(firstHasWaited);
    } else {
      alarms.set(firstHasWaited, firstSince() + waitNanos);
    }
  }

  @GuardedBy("lock")
  private long firstSince() {
    return waiting.values().iterator().next();
  }

  private final class FirstHasWaited extends Alarm {
    @Override
    protected void ring() {
      look();
    }

    @Override
    public String toString() {
      return "the end of waiting for a batch";
    }
  }
}
