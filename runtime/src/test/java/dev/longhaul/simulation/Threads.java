package dev.longhaul.simulation;

import dev.longhaul.runtime.internal.time.Timer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one process, of which one runs at a time: when a thread calls out, another one may
 * have its turn before the call returns.
 */
final class Threads {
  private static final int DEEPEST = 3;

  private final World world;
  private final Rules rules;
  private final Object owner;
  private final List<Runnable> ready = new ArrayList<>();
  private final List<HandlerThread> handlerThreads = new ArrayList<>();
  private final Set<Future<?>> timed = new HashSet<>();
  private final Queue<Runnable> late = new ArrayDeque<>();
  private int depth;
  private long frozenUntil;
  private long starvedUntil;
  private boolean closed;
  private boolean killed;

  Threads(World world, Rules rules, Object owner) {
    this.world = world;
    this.rules = rules;
    this.owner = owner;
  }

  /** The callback executor: in any order, as with many threads. */
  Executor callbacks() {
    return task -> {
      if (closed) {
        runAfterTheEnd(task);
      } else if (starvedUntil > world.now()) {
        world.after(starvedUntil - world.now(), () -> submit(task));
      } else {
        submit(task);
      }
    };
  }

  private void runAfterTheEnd(Runnable task) {
    boolean first = late.isEmpty();
    late.add(task);
    while (first && !late.isEmpty()) {
      run(late.element());
      late.remove();
    }
  }

  /** A thread for each task. */
  Executor blocking() {
    return task -> {
      if (closed) {
        throw new RejectedExecutionException("closed");
      }
      HandlerThread thread = new HandlerThread(world, this, task);
      handlerThreads.add(thread);
      submit(thread::begin);
    };
  }

  /** Runs on some thread, soon. */
  void submit(Runnable task) {
    ready.add(task);
    world.after(world.chance(0.01) ? world.between(0, 1) : world.between(0, 0.002), this::runOne);
  }

  private void runOne() {
    if (!killed && isFrozen()) {
      world.after(frozenUntil - world.now(), this::runOne);
    } else if (!killed && !ready.isEmpty()) {
      int choice = world.below(ready.size());
      Runnable task = ready.get(choice);
      ready.set(choice, ready.get(ready.size() - 1));
      ready.remove(ready.size() - 1);
      run(task);
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      rules.broken(Rule.NO_BUG, owner, "a task threw " + Traces.of(e));
    }
  }

  /** A thread calls out: another one may be faster. */
  void interleave() {
    if (depth < DEEPEST && !isFrozen() && world.chance(0.1)) {
      depth++;
      runOne();
      depth--;
    }
  }

  Timer timer() {
    return this::schedule;
  }

  private Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (closed) {
      throw new RejectedExecutionException("closed");
    }
    timed.removeIf(Future::isDone);
    Future<?> future = world.after(unit.toNanos(delay), () -> runTimed(task));
    timed.add(future);
    return future;
  }

  private void runTimed(Runnable task) {
    if (killed || closed) {
      return;
    }
    if (isFrozen()) {
      world.after(frozenUntil - world.now(), () -> runTimed(task));
    } else {
      run(task);
    }
  }

  /** Nothing runs for a while, as in a long collection of garbage. */
  void freeze(long nanos) {
    frozenUntil = world.now() + nanos;
  }

  /** The callback executor has no thread for a while. */
  void starve(long nanos) {
    starvedUntil = world.now() + nanos;
  }

  /** When all runs as it should. */
  long wellFrom() {
    return Math.max(frozenUntil, starvedUntil);
  }

  private boolean isFrozen() {
    return frozenUntil > world.now();
  }

  /** Takes no more tasks, and drops those of the timer. */
  void close() {
    closed = true;
  }

  /** Nothing runs any more. */
  void kill() {
    killed = true;
    closed = true;
  }

  /** How many tasks the timer has. */
  int timedTasks() {
    timed.removeIf(Future::isDone);
    return timed.size();
  }

  /** Handlers that nobody interrupted, though their attempts were to stop. */
  List<HandlerThread> leaked() {
    return handlerThreads.stream().filter(HandlerThread::isLeaked).toList();
  }

  /** Ends what still works. */
  void abandon() {
    handlerThreads.forEach(HandlerThread::abandon);
  }
}
