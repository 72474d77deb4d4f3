package dev.longhaul.samples;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.nio.file.Path;

/** What the README shows and no sample has, so that it compiles. */
final class ReadmeSnippets {
  private ReadmeSnippets() {}

  static void start(Module yourModule) throws InterruptedException {
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forTarget("localhost:7233"), AsyncActivities.discover(), yourModule);
    try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start()) {
      runtime.awaitShutdown();
    }
  }

  static Module connect() {
    return LonghaulModule.forConnection(
        ConnectionOptions.to("payments.a1b2c.tmprl.cloud:7233").toBuilder()
            .namespace("payments.a1b2c")
            .tls(
                TlsOptions.systemRoots().toBuilder()
                    .clientCertificate(
                        ClientCertificate.files(Path.of("client.pem"), Path.of("client.key")))
                    .build())
            .build());
  }
}
