package dev.longhaul.benchmarks.tasks;

import com.google.inject.Guice;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Longhaul's worker with a handler of one form. Immutable. */
record LonghaulWorker(Form form, int pollers) implements Worker.Starter {
  private static final String NAMESPACE = "benchmarks";

  /** Reporting does not block, so that few threads of the outside suffice. */
  private static final int OUTSIDE_THREADS = 2;

  @Override
  public Worker start(String target) {
    ExecutorService outside = Executors.newFixedThreadPool(OUTSIDE_THREADS);
    LonghaulRuntime runtime =
        Guice.createInjector(
                LonghaulModule.forTarget(target).namespace(NAMESPACE).options(options()),
                handler(),
                binder -> binder.bind(Executor.class).toInstance(outside))
            .getInstance(LonghaulRuntime.class)
            .start();
    return () -> {
      runtime.close();
      outside.shutdown();
    };
  }

  // The server leaves polls open when it has nothing to deal, and no task comes with them any more.
  private RuntimeOptions options() {
    return RuntimeOptions.defaults().toBuilder()
        .pollersPerQueue(pollers)
        .pollDrain(Duration.ZERO)
        .build();
  }

  private AsyncActivityModule<?> handler() {
    return switch (form) {
      case BLOCKING -> new BlockingHandler_AsyncActivityModule();
      case STAGE -> new StageHandler_AsyncActivityModule();
      case EXTERNAL -> new ExternalHandler_AsyncActivityModule();
    };
  }
}
