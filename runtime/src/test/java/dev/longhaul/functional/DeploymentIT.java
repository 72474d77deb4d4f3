package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.TemporalDevServer;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.SetWorkerDeploymentCurrentVersionRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of a worker deployment, on a real server whose empty polls take seconds. */
class DeploymentIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String DEPLOYMENT = "video";

  private static TemporalDevServer server;
  private static TemporalServer connected;

  @RegisterExtension final Longhaul longhaul = new Longhaul(connected);
  private final Controlled controlled = new Controlled();

  @BeforeAll
  static void startServer() {
    server =
        TemporalServer.real()
            .dynamicConfig("matching.longPollExpirationInterval", "\"5s\"")
            .start();
    connected = new TemporalServer(server.target());
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  // Forbidden: a process that starves without a word, and tasks that no process gets.
  @Test
  void currentVersion_getsTheTasks_andTheOthersAreWarned() throws Exception {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    try (CapturedLog log = CapturedLog.open()) {
      runtime(versioned("7"));
      makeCurrent("7");
      LonghaulRuntime withoutVersion = runtime(longhaul.module());
      awaitWarning(log, "polls without a version");
      LonghaulRuntime older = runtime(versioned("6"));
      awaitWarning(log, "polls as video:6");
      withoutVersion.close();
      older.close();

      var workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
      workflow.start(Call.of("Stage", longhaul.activities()).startToClose(PATIENCE));
      controlled.nextStage().result().complete("by the current version");

      assertThat(workflow.getResult(String.class)).isEqualTo("by the current version");
    }
  }

  private LonghaulModule versioned(String buildId) {
    return longhaul
        .module()
        .options(
            Longhaul.OPTIONS.toBuilder()
                .deployment(new WorkerDeployment(DEPLOYMENT, buildId, VersioningMode.VERSIONED))
                .build());
  }

  private LonghaulRuntime runtime(LonghaulModule module) {
    return longhaul
        .start(
            module,
            new Controlled_ControlledStageHandler_AsyncActivityModule(),
            binder -> binder.bind(Controlled.class).toInstance(controlled))
        .getInstance(LonghaulRuntime.class);
  }

  // The first poll of a version makes it known, some time later.
  private static void makeCurrent(String buildId) {
    await()
        .atMost(PATIENCE)
        .ignoreException(StatusRuntimeException.class)
        .until(
            () ->
                connected
                    .client()
                    .getWorkflowServiceStubs()
                    .blockingStub()
                    .setWorkerDeploymentCurrentVersion(
                        SetWorkerDeploymentCurrentVersionRequest.newBuilder()
                            .setNamespace("default")
                            .setDeploymentName(DEPLOYMENT)
                            .setBuildId(buildId)
                            .build())
                    .isInitialized());
  }

  private static void awaitWarning(CapturedLog log, String text) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                log.entries().stream()
                    .anyMatch(entry -> entry.startsWith("WARN") && entry.contains(text)));
  }
}
