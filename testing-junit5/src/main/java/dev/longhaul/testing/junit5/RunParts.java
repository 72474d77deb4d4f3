package dev.longhaul.testing.junit5;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.DataConverter;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A runtime of one handler, its server and its time. */
record RunParts<H>(
    String handler,
    SteppedMachine machine,
    FakeTemporalService service,
    RunLogs<H> logs,
    Injector injector)
    implements AutoCloseable {

  /** Longer than any grace period that a test would want to have waited for. */
  private static final Duration LONGEST_END = Duration.ofHours(1);

  /** Started, and polling. */
  static <H> RunParts<H> of(HandlerHarness<H> harness) {
    FakeClock clock = new FakeClock();
    FakeTemporalService service =
        FakeTemporalService.builder().clock(clock).onCallersThreads().start();
    try {
      SteppedMachine machine = new SteppedMachine(clock);
      RunLogs<H> logs = new RunLogs<>(clock);
      List<Module> modules = new ArrayList<>(harness.modules());
      modules.add(new TracedModule<>(harness.handler(), harness.described(), logs));
      modules.add(module(harness, service).machine(machine));
      Injector injector = Guice.createInjector(modules);
      RunParts<H> parts =
          new RunParts<>(
              harness.described().handlerType().getName(), machine, service, logs, injector);
      parts.manager().addListener(logs);
      injector.getInstance(LonghaulRuntime.class).start();
      return parts;
    } catch (RuntimeException | Error e) {
      service.close();
      throw e;
    }
  }

  private static LonghaulModule module(HandlerHarness<?> harness, FakeTemporalService service) {
    LonghaulModule module =
        LonghaulModule.forChannel(service.newChannel())
            .configuration(Configuration.none())
            .options(
                builder ->
                    harness
                        .options()
                        .apply(builder)
                        .startTimeout(Duration.ZERO)
                        .drainTime(Duration.ZERO)
                        .pollDrain(Duration.ZERO)
                        .pollersPerQueue(1)
                        .closeOnJvmShutdown(false))
            .handler(
                harness.described().name(),
                given -> harness.settings().apply(given).taskQueue(HandlerRun.TASK_QUEUE));
    return harness.described().isBatch() ? module : oneAtATime(module, harness);
  }

  // So no poll is left open, which would time out as time moves.
  private static LonghaulModule oneAtATime(LonghaulModule module, HandlerHarness<?> harness) {
    return module
        .options(builder -> builder.maxConcurrentActivities(1))
        .handler(harness.described().name(), given -> given.maxOutstanding(1));
  }

  DataConverter converter() {
    return injector.getInstance(LonghaulClient.class).dataConverter();
  }

  LongRunningActivityManager manager() {
    return injector.getInstance(LongRunningActivityManager.class);
  }

  @Override
  public void close() {
    try {
      manager().close();
      Duration end = logs.elapsed().plus(LONGEST_END);
      while (!manager().snapshot().isEmpty() && machine.step(end.minus(logs.elapsed()))) {}
      LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class);
      CompletableFuture<Void> closed = CompletableFuture.runAsync(runtime::close);
      machine.await("the end of the runtime", closed::isDone);
    } finally {
      machine.abandon();
      service.close();
    }
  }
}
