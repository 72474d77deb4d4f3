package dev.longhaul.benchmarks.measure;

/**
 * One thread that starts calls without waiting for their answers. Immutable.
 *
 * @param limit how many are in flight at most
 */
public record InFlight(AsyncCall call, int limit) implements Load {

  @Override
  public Running start(Recorder recorder) {
    return new RunningInFlight(this, recorder);
  }

  private static final class RunningInFlight implements Running {
    private final AsyncCall call;
    private final int limit;
    private final Recorder recorder;
    private final Thread starter;
    private volatile boolean stopped;

    RunningInFlight(InFlight load, Recorder recorder) {
      this.call = load.call;
      this.limit = load.limit;
      this.recorder = recorder;
      this.starter = new Thread(this::startUntilStopped, "starter");
      starter.start();
    }

    @Override
    public void stop() throws InterruptedException {
      stopped = true;
      starter.join();
    }

    private void startUntilStopped() {
      Window window = new Window(limit);
      while (!stopped) {
        window.enter();
        long start = System.nanoTime();
        call.start(
            failure -> {
              recorder.answered(start, failure);
              window.leave();
            });
      }
      window.awaitEmpty();
    }
  }
}
