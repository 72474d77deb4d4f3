package dev.longhaul.functional;

import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;

/**
 * The server of the functional tests, one for the JVM: the embedded one, or the one that {@code
 * -Dlonghaul.test.target=host:port} names.
 */
final class TemporalServer {
  private static final TemporalServer INSTANCE = new TemporalServer();

  private final String target;
  private final WorkflowClient client;

  private TemporalServer() {
    String given = System.getProperty("longhaul.test.target", "");
    target = given.isEmpty() ? EmbeddedTemporalServer.start().target() : given;
    client =
        WorkflowClient.newInstance(
            WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(target).build()));
  }

  static TemporalServer get() {
    return INSTANCE;
  }

  String target() {
    return target;
  }

  /** A client of the official SDK, for workflows alone. */
  WorkflowClient client() {
    return client;
  }

  /** As {@link #client()}, with a converter of its own. */
  WorkflowClient client(DataConverter converter) {
    return WorkflowClient.newInstance(
        client.getWorkflowServiceStubs(),
        WorkflowClientOptions.newBuilder().setDataConverter(converter).build());
  }
}
