package dev.longhaul.functional;

import dev.longhaul.testing.EmbeddedTemporalServer;
import dev.longhaul.testing.TemporalDevServer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;

/**
 * The server of the functional tests, one for the JVM: the embedded one; the one that {@code
 * -Dlonghaul-test.target=host:port} names; or with {@code -Dlonghaul-test.server=real} a real one,
 * which ends with the JVM.
 */
final class TemporalServer {
  private static TemporalServer instance;

  private final String target;
  private final WorkflowClient client;

  /** A server that runs at this address. */
  TemporalServer(String target) {
    this.target = target;
    this.client = newClient(target);
  }

  // Not in a static initializer: whatever keeps the server from starting is told to every test.
  static synchronized TemporalServer get() {
    if (instance == null) {
      instance = new TemporalServer(startedOrGiven());
    }
    return instance;
  }

  /** A real server, in the form in which the tests want it. */
  static TemporalDevServer.Builder real() {
    return TemporalDevServer.in(Path.of("target"))
        .dynamicConfig("frontend.enableCancelWorkerPollsOnShutdown", "true")
        .dynamicConfig("history.enableStandaloneActivityOperatorCommands", "true");
  }

  private static WorkflowClient newClient(String target) {
    return WorkflowClient.newInstance(
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build()));
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

  private static String startedOrGiven() {
    String given = System.getProperty("longhaul-test.target", "");
    if (!given.isEmpty()) {
      return given;
    }
    boolean real = System.getProperty("longhaul-test.server", "").equals("real");
    return real ? real().start().target() : EmbeddedTemporalServer.start().target();
  }
}
