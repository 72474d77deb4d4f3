package dev.longhaul.testing.junit5;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** The thread of a blocking handler, which can be seen to have nothing to do. */
final class HandlerThread extends Thread {
  private static final long NONE = -1;

  // The wait that an interrupt ends. The thread shows it as going on for a moment longer.
  private volatile long endedWait = NONE;

  HandlerThread(Runnable task) {
    super(task, "longhaul-handler");
    setDaemon(true);
  }

  @Override
  public void interrupt() {
    if (isWaiting()) {
      endedWait = waits();
    }
    super.interrupt();
  }

  /** Whether it has ended, or waits for something that only others can do. */
  boolean isQuiet() {
    return getState() == State.TERMINATED
        || (isWaiting() && !isInterrupted() && waits() != endedWait);
  }

  private boolean isWaiting() {
    State now = getState();
    return now == State.WAITING || now == State.TIMED_WAITING;
  }

  // Each wait has its number.
  @SuppressWarnings("deprecation") // its successor is younger than Java 17
  private long waits() {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(getId());
    return info == null ? NONE : info.getWaitedCount();
  }
}
