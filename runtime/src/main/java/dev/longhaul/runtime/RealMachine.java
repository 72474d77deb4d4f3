package dev.longhaul.runtime;

import dev.longhaul.runtime.internal.dispatch.BlockingThreads;
import dev.longhaul.runtime.internal.dispatch.CallbackThreads;
import dev.longhaul.runtime.internal.time.TimerThread;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The machine as it is. Thread-safe. */
final class RealMachine implements Machine {
  private final TimerThread timer = new TimerThread("longhaul-timer");
  private final TimerThread timeouts = new TimerThread("longhaul-timeouts");
  private final BlockingThreads blocking = BlockingThreads.create();
  private final ExecutorService callbacks;

  /** Starts no thread before it is needed. */
  RealMachine(int callbackThreads) {
    callbacks = new CallbackThreads(callbackThreads, System::nanoTime, timer);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return timer.schedule(task, delay, unit);
  }

  @Override
  public Future<?> scheduleTimeout(Runnable task, long delay, TimeUnit unit) {
    return timeouts.schedule(task, delay, unit);
  }

  @Override
  public void runCallback(Runnable task) {
    callbacks.execute(task);
  }

  @Override
  public void runBlocking(Runnable task) {
    blocking.execute(task);
  }

  @Override
  public void close() {
    timer.close();
    blocking.end();
    callbacks.shutdown();
  }
}
