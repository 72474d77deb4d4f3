package dev.longhaul.benchmarks.activities;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.benchmarks.measure.Memory;
import dev.longhaul.benchmarks.measure.Usage;
import dev.longhaul.benchmarks.server.Served;
import dev.longhaul.benchmarks.server.ServerProcess;
import dev.longhaul.benchmarks.server.Watched;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run: hands all activities over, lets them be heartbeated, measures, completes them.
 * Immutable.
 *
 * @param ramp heartbeats of this time are not measured
 * @param progress is told what begins
 */
record Run(Fleet fleet, Duration ramp, Duration measured, Consumer<String> progress) {

  /**
   * Carries it out.
   *
   * @throws IllegalStateException if the server did not see exactly what the manager was to do
   */
  Result run() throws InterruptedException {
    int activities = fleet.tokens().size();
    try (ServerProcess server = ServerProcess.watching(activities)) {
      Injector injector = Guice.createInjector(LonghaulModule.forTarget(server.target()));
      try (LonghaulClient client = injector.getInstance(LonghaulClient.class)) {
        client.learnLimits().join();
        return run(injector.getInstance(LongRunningActivityManager.class), server);
      }
    }
  }

  private Result run(LongRunningActivityManager manager, ServerProcess server)
      throws InterruptedException {
    long emptyHeap = Memory.usedHeap();
    progress.accept("handing over " + fleet.tokens().size() + " activities");
    fleet.handOver(manager, server);
    // It takes part in the ramp, so that nothing has to be compiled anew when it begins to listen.
    LatenessRecorder recorder = new LatenessRecorder(System::nanoTime);
    manager.addListener(recorder);
    pause(ramp);
    progress.accept("measuring for " + measured.toSeconds() + " s");
    recorder.restart();
    Served before = server.served();
    Usage.Start start = Usage.start();
    pause(measured);
    Usage usage = Usage.since(start);
    Served served = server.served().since(before);
    Lateness lateness = recorder.recorded();
    manager.removeListener(recorder);
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    OptionalLong resident = Memory.resident();
    long usedHeap = Memory.usedHeap();
    progress.accept("completing all");
    Duration completing = complete(manager);
    return new Result(
        fleet.tokens().size(),
        fleet.interval(),
        fleet.timeout(),
        lateness,
        usage,
        served.calls(),
        threads,
        resident,
        usedHeap,
        emptyHeap,
        completing,
        expected(server.seen(fleet.timeout())));
  }

  private Duration complete(LongRunningActivityManager manager) {
    long start = System.nanoTime();
    fleet.complete(manager);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Watched expected(Watched watched) {
    if (watched.completed() != fleet.tokens().size() || watched.unexpected() != 0) {
      throw new IllegalStateException(
          "of "
              + fleet.tokens().size()
              + " activities the server saw "
              + watched.completed()
              + " completed, and "
              + watched.unexpected()
              + " calls on activities that were not open; each is to be completed once, and nothing"
              + " is to be said of it afterwards");
    }
    return watched;
  }

  private static void pause(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
