package dev.longhaul.simulation;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A thread of a blocking handler. It is a real one, but runs only while the simulation waits for
 * it, so that it has its turn when the simulation says so. It is interrupted between its turns.
 */
final class HandlerThread extends Thread {
  private final World world;
  private final Threads threads;
  private final Runnable task;
  private final Semaphore turn = new Semaphore(0);
  private final Semaphore turnOver = new Semaphore(0);
  private boolean asleep;
  private boolean interrupted;
  private boolean wasInterrupted;
  private @Nullable Entry entry;
  private boolean abandoned;
  private boolean ended;
  private int sleeps;

  HandlerThread(World world, Threads threads, Runnable task) {
    super("handler");
    this.world = world;
    this.threads = threads;
    this.task = task;
    setDaemon(true);
  }

  static HandlerThread current() {
    return (HandlerThread) Thread.currentThread();
  }

  void worksFor(Entry attempt) {
    entry = attempt;
  }

  /** Whether it works on, for an attempt that was to stop, since nobody interrupted it. */
  boolean isLeaked() {
    return !ended && !wasInterrupted && entry != null && entry.stop != null;
  }

  /** The first turn. */
  void begin() {
    start();
    turnOver.acquireUninterruptibly();
  }

  @Override
  public void run() {
    try {
      task.run();
    } catch (Abandoned e) {
      // The simulation is over.
    } finally {
      ended = true;
      turnOver.release();
    }
  }

  /** Ends this turn, and takes another one when the time is over or the thread is interrupted. */
  void sleepFor(long nanos) throws InterruptedException {
    if (!interrupted) {
      asleep = true;
      int sleep = ++sleeps;
      if (nanos != World.NEVER) {
        world.after(nanos, () -> threads.submit(() -> wake(sleep)));
      }
      turnOver.release();
      turn.acquireUninterruptibly();
    }
    if (abandoned) {
      throw new Abandoned();
    }
    if (interrupted) {
      interrupted = false;
      throw new InterruptedException();
    }
  }

  @Override
  public void interrupt() {
    interrupted = true;
    wasInterrupted = true;
    int sleep = sleeps;
    threads.submit(() -> wake(sleep));
  }

  private void wake(int sleep) {
    if (asleep && sleep == sleeps) {
      takeTurn();
    }
  }

  /** The simulation is over. */
  void abandon() {
    if (asleep) {
      abandoned = true;
      takeTurn();
    }
  }

  private void takeTurn() {
    asleep = false;
    turn.release();
    turnOver.acquireUninterruptibly();
  }

  private static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("the simulation is over", null, false, false);
    }
  }
}
