package dev.longhaul.runtime.internal.time;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs short tasks later, on a thread of its own; they must neither block nor call user code. */
@FunctionalInterface
public interface Timer {

  /** Runs the task once after the delay; cancelling the future prevents that. */
  Future<?> schedule(Runnable task, long delay, TimeUnit unit);
}
