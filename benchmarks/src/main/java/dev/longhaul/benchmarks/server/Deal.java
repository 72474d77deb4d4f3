package dev.longhaul.benchmarks.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Deals numbered tasks, each once, and keeps account of their outcomes. Polls wait while it does
 * not deal, or too many tasks are open. Thread-safe.
 */
final class Deal {

  /** A call for a task; is answered once. */
  interface Poll {
    void answer(int task);
  }

  private final int mostOpen;

  @GuardedBy("this")
  private final Queue<Poll> waiting = new ArrayDeque<>();

  @GuardedBy("this")
  private final BitSet open = new BitSet();

  @GuardedBy("this")
  private boolean dealing;

  @GuardedBy("this")
  private long polls;

  @GuardedBy("this")
  private int tasks;

  @GuardedBy("this")
  private long completed;

  @GuardedBy("this")
  private long failed;

  @GuardedBy("this")
  private long unexpected;

  Deal(int mostOpen) {
    this.mostOpen = mostOpen;
  }

  void poll(Poll poll) {
    synchronized (this) {
      polls++;
      waiting.add(poll);
      notifyAll();
    }
    dealWaiting();
  }

  /** The poll is given up; it is answered no more, unless that is under way. */
  synchronized void giveUp(Poll poll) {
    waiting.remove(poll);
  }

  void complete(int task) {
    synchronized (this) {
      if (close(task)) {
        completed++;
      }
    }
    dealWaiting();
  }

  void fail(int task) {
    synchronized (this) {
      if (close(task)) {
        failed++;
      }
    }
    dealWaiting();
  }

  /** Each poll gets a task from now on. */
  void begin() {
    synchronized (this) {
      dealing = true;
    }
    dealWaiting();
  }

  /** Polls get no task any more; waits until no task is open, up to this time. */
  synchronized Dealt settle(long millis) throws InterruptedException {
    dealing = false;
    return await(() -> dealt().open() == 0, millis);
  }

  /** Waits for so many polls, up to this time. */
  synchronized Dealt awaitPolls(long count, long millis) throws InterruptedException {
    return await(() -> dealt().polls() >= count, millis);
  }

  synchronized Dealt dealt() {
    return new Dealt(polls, tasks, completed, failed, unexpected);
  }

  @GuardedBy("this")
  private boolean close(int task) {
    if (task == WatchedTokens.NONE || !open.get(task)) {
      unexpected++;
      return false;
    }
    open.clear(task);
    notifyAll();
    return true;
  }

  // Outside of the lock: an answer is a call.
  private void dealWaiting() {
    for (Match match = match(); match != null; match = match()) {
      match.poll.answer(match.task);
    }
  }

  private synchronized @Nullable Match match() {
    if (!dealing || waiting.isEmpty() || dealt().open() >= mostOpen) {
      return null;
    }
    int task = tasks++;
    open.set(task);
    return new Match(waiting.remove(), task);
  }

  private record Match(Poll poll, int task) {}

  @GuardedBy("this")
  private Dealt await(BooleanSupplier condition, long millis) throws InterruptedException {
    long endNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long leftNanos = endNanos - System.nanoTime();
    while (!condition.getAsBoolean() && leftNanos > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, leftNanos);
      leftNanos = endNanos - System.nanoTime();
    }
    return dealt();
  }
}
