package dev.longhaul.runtime;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.BlockingCompletionClient;
import io.grpc.Channel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The completion client with its connection. Inject it beside a runtime, or {@link #connect} in a
 * process that has no handlers. Thread-safe.
 */
public final class LonghaulClient implements AsyncCompletionClient, AutoCloseable {
  private final Core core;
  private final AsyncCompletionClient client;
  private final WorkflowService workflowService;

  LonghaulClient(Core core, AsyncCompletionClient client) {
    this.core = core;
    this.client = client;
    this.workflowService = new WorkflowService(core.connection().channel());
  }

  /**
   * A client with a connection of its own, to be closed by the caller.
   *
   * @throws LonghaulStartException with everything that is wrong with the configuration
   * @throws IllegalArgumentException if files of the connection's options cannot be used
   */
  public static LonghaulClient connect(LonghaulModule module) {
    return module.core(module.setup(Set.of())).client();
  }

  /**
   * Asks server and namespace for their limits, unless that is done; completes on a callback thread
   * when they have answered, or could not be asked, and never fails. The first call asks too, but
   * does not wait: until the answer, Temporal's defaults hold (2 MiB for a result, for details or
   * for a failure).
   */
  public CompletableFuture<Void> learnLimits() {
    return core.connection().learnLimits();
  }

  /** Temporal's own calls, over this connection. */
  public WorkflowService workflowService() {
    return workflowService;
  }

  /**
   * The connection, for stubs of other services or other generated classes. Calls carry the headers
   * and credentials of this client; answers arrive on a callback thread unless the call names an
   * executor.
   */
  public Channel channel() {
    return core.connection().channel();
  }

  /** Values and failures as this client converts them, for calls over {@link #channel()}. */
  public DataConverter dataConverter() {
    return core.converter();
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

  @Override
  public AsyncCompletionClient within(Duration totalTimeout) {
    return client.within(totalTimeout);
  }

  @Override
  public BlockingCompletionClient blocking() {
    return client.blocking();
  }

  /**
   * Closes the connection, and with it the runtime that shares it: close that one instead where
   * there is one. Managed activities are let go first, which may take some ten seconds and the
   * longest grace period of those that are stopped; other calls that are under way may fail.
   * Idempotent.
   */
  @Override
  public void close() {
    core.close();
  }
}
