package dev.longhaul.benchmarks.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that call and wait for the answer, one call after the other. Immutable.
 *
 * @param count how many
 */
public record Callers(BlockingCall call, int count) implements Load {

  @Override
  public Running start(Recorder recorder) {
    return new RunningCallers(this, recorder);
  }

  private static final class RunningCallers implements Running {
    private final BlockingCall call;
    private final Recorder recorder;
    private final List<Thread> threads;
    private volatile boolean stopped;

    RunningCallers(Callers callers, Recorder recorder) {
      this.call = callers.call;
      this.recorder = recorder;
      this.threads =
          IntStream.range(0, callers.count)
              .mapToObj(i -> new Thread(this::callUntilStopped, "caller-" + i))
              .toList();
      threads.forEach(Thread::start);
    }

    @Override
    public void stop() throws InterruptedException {
      stopped = true;
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private void callUntilStopped() {
      while (!stopped) {
        long start = System.nanoTime();
        recorder.answered(start, failureOf(call));
      }
    }

    private static @Nullable Throwable failureOf(BlockingCall call) {
      try {
        call.call();
        return null;
      } catch (Exception | Error e) {
        return e;
      }
    }
  }
}
