package dev.longhaul.docs;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.HealthThresholds;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** What the page on operation shows and nothing else has, so that it compiles. */
final class Operating {
  private Operating() {}

  static void run(Module yourModule) throws IOException, InterruptedException {
    RuntimeOptions options =
        RuntimeOptions.defaults().toBuilder()
            .startTimeout(Duration.ofSeconds(30))
            .drainTime(Duration.ofMinutes(2))
            .closeOnJvmShutdown(true)
            .build();
    Injector injector =
        Guice.createInjector(
            LonghaulModule.fromEnvironment().options(options),
            AsyncActivities.discover(),
            yourModule);
    try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class);
        HealthEndpoint probes =
            new HealthEndpoint(new InetSocketAddress(8080), runtime, thresholds())) {
      probes.start();
      runtime.start();
      runtime.awaitShutdown();
    }
  }

  static HealthThresholds thresholds() {
    return HealthThresholds.defaults()
        .outage(Duration.ofMinutes(5))
        .oldest("TranscodeVideo", Duration.ofHours(6))
        .oldest("ApproveArchive", Duration.ofDays(14));
  }
}
