package dev.longhaul.testing.junit5;

import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The server of a test run and the way of workflow clients to it. Thread-safe. */
final class SharedServer implements AutoCloseable {
  private static final Namespace SHARED = Namespace.create(SharedServer.class);

  private final @Nullable EmbeddedTemporalServer embedded;
  private final String target;
  private final WorkflowServiceStubs stubs;

  private SharedServer(@Nullable EmbeddedTemporalServer embedded, String target) {
    this.embedded = embedded;
    this.target = target;
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
  }

  /** The one of this test run, which JUnit closes at its end. */
  @SuppressWarnings("deprecation") // JUnit 5 does not have its successor
  static SharedServer of(ExtensionContext context, @Nullable String target) {
    String key = target == null ? "" : target;
    return Objects.requireNonNull(
        context
            .getRoot()
            .getStore(SHARED)
            .getOrComputeIfAbsent(key, absent -> start(target), SharedServer.class));
  }

  private static SharedServer start(@Nullable String target) {
    if (target != null) {
      return new SharedServer(null, target);
    }
    EmbeddedTemporalServer embedded = EmbeddedTemporalServer.start();
    return new SharedServer(embedded, embedded.target());
  }

  String target() {
    return target;
  }

  WorkflowServiceStubs stubs() {
    return stubs;
  }

  @Override
  public void close() {
    stubs.shutdownNow();
    if (embedded != null) {
      embedded.close();
    }
  }
}
