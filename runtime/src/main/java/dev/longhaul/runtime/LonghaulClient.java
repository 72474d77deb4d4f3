package dev.longhaul.runtime;

import com.google.inject.Guice;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import io.grpc.ManagedChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The completion client with its connection. Inject it beside a runtime, or {@link #connect} in a
 * process that has no handlers. Thread-safe.
 */
public final class LonghaulClient implements AsyncCompletionClient, AutoCloseable {
  private final Core core;
  private final AsyncCompletionClient client;

  LonghaulClient(Core core, AsyncCompletionClient client) {
    this.core = core;
    this.client = client;
  }

  /** A client with a connection of its own, to be closed by the caller. */
  public static LonghaulClient connect(LonghaulModule module) {
    return Guice.createInjector(module).getInstance(LonghaulClient.class);
  }

  /** The channel to the service, for calls that this client does not have. */
  public ManagedChannel channel() {
    return core.channel();
  }

  @Override
  public String namespace() {
    return client.namespace();
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity) {
    return client.complete(activity);
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity, @Nullable Object result) {
    return client.complete(activity, result);
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, Throwable failure) {
    return client.fail(activity, failure);
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, ActivityFailure failure) {
    return client.fail(activity, failure);
  }

  @Override
  public CompletableFuture<Void> reportCancellation(
      ActivityReference activity, @Nullable Object... details) {
    return client.reportCancellation(activity, details);
  }

  @Override
  public CompletableFuture<Void> heartbeat(
      ActivityReference activity, @Nullable Object... details) {
    return client.heartbeat(activity, details);
  }

  /**
   * Closes the connection, and with it the runtime that shares it: close that one instead where
   * there is one. Calls that are under way may fail. Idempotent.
   */
  @Override
  public void close() {
    core.close();
  }
}
