package dev.longhaul.testing.junit5;

import dev.longhaul.runtime.Machine;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A machine that does nothing by itself: callbacks and timers run on the test's thread when it says
 * so, and time moves when it says so. Blocking starts alone have threads, which are waited for by
 * their state.
 *
 * <p>What the runtime asks of it is thread-safe; the rest is for one thread.
 */
final class SteppedMachine implements Machine {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long GLANCE_MICROS = 100;

  private final FakeClock clock;
  private final BlockingQueue<Runnable> callbacks = new LinkedBlockingQueue<>();
  private final List<HandlerThread> threads = new CopyOnWriteArrayList<>();
  private final AtomicBoolean activityComes = new AtomicBoolean();

  SteppedMachine(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public Instant now() {
    return clock.now();
  }

  // The first number is drawn for an activity's first heartbeat, which may go out anywhere in its
  // interval: at the end of it. Later ones may shorten an interval: by nothing.
  @Override
  public double random() {
    return activityComes.getAndSet(false) ? 1 : 0;
  }

  @Override
  public Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return clock.schedule(task, delay, unit);
  }

  @Override
  public Future<?> scheduleTimeout(Runnable task, long delay, TimeUnit unit) {
    return clock.schedule(task, delay, unit);
  }

  @Override
  public void runCallback(Runnable task) {
    callbacks.add(task);
  }

  @Override
  public void runBlocking(Runnable task) {
    HandlerThread thread = new HandlerThread(task);
    threads.add(thread);
    thread.start();
  }

  @Override
  public void close() {}

  /** The next thing to happen is that an activity is received. */
  void activityComes() {
    activityComes.set(true);
  }

  /**
   * Does all that is to be done now.
   *
   * @throws AssertionError if that does not end
   */
  void settle() {
    await("the handler to wait for something, or to end", this::isQuiet);
  }

  /**
   * Does what is to be done now until the condition holds, and all of it once it does.
   *
   * @throws AssertionError if that takes longer than ten seconds of real time
   */
  void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (true) {
      // In this order: what a thread leaves to be done it leaves before it is quiet.
      boolean holds = condition.getAsBoolean();
      if (!work()) {
        if (holds) {
          return;
        }
        glance();
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("waited " + PATIENCE + " in vain for " + what + places());
      }
    }
  }

  /** Moves time to where the next thing is to be done, which is done; false if there is none. */
  boolean step(Duration atMost) {
    settle();
    Duration next = clock.untilNextTask().orElse(null);
    if (next == null || next.compareTo(atMost) > 0) {
      return false;
    }
    clock.advance(next);
    settle();
    return true;
  }

  /** Moves time, and does what is to be done on the way when it is due. */
  void advance(Duration time) {
    Instant end = clock.now().plus(time);
    while (step(Duration.between(clock.now(), end))) {}
    clock.advance(Duration.between(clock.now(), end));
    settle();
  }

  /** Gives up threads that still run. */
  void abandon() {
    threads.forEach(HandlerThread::interrupt);
  }

  private boolean isQuiet() {
    return threads.stream().allMatch(HandlerThread::isQuiet);
  }

  /** Does one thing, if there is any to do now. */
  private boolean work() {
    Runnable next = callbacks.poll();
    if (next != null) {
      next.run();
    } else if (isDue()) {
      clock.runDue();
    } else {
      return false;
    }
    return true;
  }

  private boolean isDue() {
    return clock.untilNextTask().filter(Duration::isZero).isPresent();
  }

  /** Waits a moment for other threads. */
  private void glance() {
    try {
      Runnable next = callbacks.poll(GLANCE_MICROS, TimeUnit.MICROSECONDS);
      if (next != null) {
        next.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted while its handler works" + places(), e);
    }
  }

  /** Where the threads of handlers are. */
  private String places() {
    StringBuilder text = new StringBuilder();
    for (HandlerThread thread : threads) {
      text.append("\n").append(thread.getName()).append(" is ").append(thread.getState());
      for (StackTraceElement place : thread.getStackTrace()) {
        text.append("\n    at ").append(place);
      }
    }
    return text.toString();
  }
}
