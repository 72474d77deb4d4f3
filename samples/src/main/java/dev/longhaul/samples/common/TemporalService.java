package dev.longhaul.samples.common;

import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The Temporal server: an embedded one, or one that runs elsewhere. */
public final class TemporalService implements AutoCloseable {
  private static final long ANSWER_SECONDS = 10;
  private static final long CLOSE_SECONDS = 5;

  private final @Nullable EmbeddedTemporalServer embedded;
  private final String target;
  private final String namespace;
  private final WorkflowServiceStubs connection;

  private TemporalService(
      @Nullable EmbeddedTemporalServer embedded, String target, String namespace) {
    this.embedded = embedded;
    this.target = target;
    this.namespace = namespace;
    this.connection =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
  }

  /**
   * Connects to the server of the options, or starts one.
   *
   * @throws BadOptionException if that server or its namespace cannot be used
   */
  public static TemporalService open(ServerOptions options) {
    if (options.target().isEmpty()) {
      EmbeddedTemporalServer server = EmbeddedTemporalServer.start();
      return new TemporalService(server, server.target(), options.namespace());
    }
    TemporalService service =
        new TemporalService(null, options.target().get(), options.namespace());
    try {
      service.requireNamespace();
      return service;
    } catch (BadOptionException e) {
      service.close();
      throw e;
    }
  }

  /** As {@code host:port}. */
  public String target() {
    return target;
  }

  public String namespace() {
    return namespace;
  }

  public WorkflowServiceStubs connection() {
    return connection;
  }

  /**
   * Longhaul at this server.
   *
   * @param taskQueue of the handlers that declare none
   */
  public LonghaulModule longhaul(String taskQueue) {
    return LonghaulModule.forTarget(target)
        .namespace(namespace)
        // No workflow is open any more when a sample ends, so no poll can lose a task.
        .options(options -> options.pollDrain(Duration.ZERO))
        .defaults(handler -> handler.taskQueue(taskQueue));
  }

  @Override
  public String toString() {
    return target + (embedded == null ? ", namespace " + namespace : ", the embedded server");
  }

  @Override
  public void close() {
    connection.shutdownNow();
    connection.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    if (embedded != null) {
      embedded.close();
    }
  }

  private void requireNamespace() {
    try {
      var unused =
          connection
              .blockingStub()
              .withDeadlineAfter(ANSWER_SECONDS, TimeUnit.SECONDS)
              .describeNamespace(
                  DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    } catch (StatusRuntimeException e) {
      throw new BadOptionException(problem(e.getStatus()));
    }
  }

  private String problem(Status status) {
    return switch (status.getCode()) {
      case NOT_FOUND -> "--namespace: there is no namespace \"" + namespace + "\" at " + target;
      case UNAVAILABLE -> "--target: no Temporal server can be reached: " + reason(status);
      case DEADLINE_EXCEEDED ->
          "--target: " + target + " did not answer within " + ANSWER_SECONDS + " s";
      default -> "--target: " + target + " answered " + status;
    };
  }

  private static String reason(Status status) {
    Throwable cause = status.getCause();
    return cause == null ? String.valueOf(status.getDescription()) : Failures.reason(cause);
  }
}
