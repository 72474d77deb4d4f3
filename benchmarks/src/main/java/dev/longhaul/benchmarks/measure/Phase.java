package dev.longhaul.benchmarks.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One stretch of load: a ramp, of which nothing is kept, then the measured time. Immutable.
 *
 * @param ramp until threads have started and queues have filled
 * @param measured the time that counts
 */
public record Phase(Duration ramp, Duration measured) {

  /**
   * What happened in the measured time, and how many calls there were in all.
   *
   * @param allCalls also those of the ramp and the last ones
   */
  public record Result(Sample sample, long allCalls) {}

  /** How the time passes. */
  @FunctionalInterface
  interface Pause {
    void await(Duration time) throws InterruptedException;
  }

  /**
   * Runs the load.
   *
   * @throws IllegalStateException if any of its calls failed
   */
  public Result run(Load load) throws InterruptedException {
    return run(load, time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
  }

  Result run(Load load, Pause pause) throws InterruptedException {
    Recorder recorder = new Recorder();
    Load.Running running = load.start(recorder);
    pause.await(ramp);
    recorder.restart();
    Usage.Start start = Usage.start();
    pause.await(measured);
    Usage usage = Usage.since(start);
    Sample sample = Sample.of(recorder.restart(), usage);
    running.stop();
    recorder.throwFailure();
    return new Result(sample, recorder.answered());
  }
}
