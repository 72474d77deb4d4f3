package dev.longhaul.runtime.internal.dispatch;

import org.jspecify.annotations.Nullable;

/** One run on a thread that may be interrupted from outside, but never after the run. */
public final class InterruptibleRun {
  // Guarded by this: without it an interrupt could hit the thread's next task.
  private @Nullable Thread thread;
  private boolean interruptedBefore;

  /** Runs the task on this thread. */
  public void run(Runnable task) {
    synchronized (this) {
      thread = Thread.currentThread();
      if (interruptedBefore) {
        thread.interrupt();
      }
    }
    try {
      task.run();
    } finally {
      synchronized (this) {
        thread = null;
        Thread.interrupted();
      }
    }
  }

  /** Interrupts the run if it goes on, or at once when it begins. */
  public synchronized void interrupt() {
    if (thread == null) {
      interruptedBefore = true;
    } else {
      thread.interrupt();
    }
  }
}
