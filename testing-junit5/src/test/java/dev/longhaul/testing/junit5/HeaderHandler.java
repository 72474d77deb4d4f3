package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Returns what a header says. */
@AsyncActivityHandler
final class HeaderHandler {
  @Inject
  HeaderHandler() {}

  @OnStart
  CompletionStage<String> start(ActivityContext context) {
    byte[] tenant = Objects.requireNonNull(context.headers().get("tenant")).data().toByteArray();
    return CompletableFuture.completedFuture(new String(tenant, StandardCharsets.UTF_8));
  }
}
