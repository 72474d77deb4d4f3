package dev.longhaul.runtime;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a runtime takes from the machine that it runs on: time, chance and threads. It is for tests,
 * which pass one whose time stands still until they move it ({@link LonghaulModule#machine}); the
 * handler harness of {@code longhaul-testing-junit5} does so.
 *
 * <p>Implementations are thread-safe, belong to one runtime, and never run a task on the thread
 * that hands it over: that thread may hold locks.
 */
public interface Machine extends AutoCloseable {

  /** Monotonic time: nanoseconds since an arbitrary moment. */
  long nanoTime();

  /** What a clock on the wall shows. */
  Instant now();

  /** A number from 0 to 1, for jitter. */
  double random();

  /**
   * Runs a short task, which neither blocks nor calls user code, once after the delay.
   *
   * @return cancelling it prevents that
   * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
   */
  Future<?> schedule(Runnable task, long delay, TimeUnit unit);

  /** As {@link #schedule}, but also after {@link #close}: ends a call whose time is over. */
  Future<?> scheduleTimeout(Runnable task, long delay, TimeUnit unit);

  /** Runs a hook, a listener, a start that does not block, or a conversion. */
  void runCallback(Runnable task);

  /** Runs a start that may block, on a thread that nobody else needs meanwhile. */
  void runBlocking(Runnable task);

  /** The runtime has ended. Callbacks that still come are run all the same. */
  @Override
  void close();
}
