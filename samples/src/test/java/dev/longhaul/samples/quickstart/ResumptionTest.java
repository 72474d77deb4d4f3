package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.samples.common.WorkflowSide;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.archive.ArchiveService;
import dev.longhaul.samples.quickstart.archive.JobStatus;
import dev.longhaul.samples.quickstart.story.ActivityListener;
import dev.longhaul.samples.quickstart.story.HeartbeatRecord;
import dev.longhaul.samples.quickstart.story.WorkflowWatch;
import dev.longhaul.samples.quickstart.workflow.ArchiveWorkflow;
import dev.longhaul.samples.quickstart.workflow.ArchiveWorkflowImpl;
import dev.longhaul.samples.quickstart.workflow.Order;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueRequest;
import io.temporal.api.workflowservice.v1.PollActivityTaskQueueResponse;
import io.temporal.api.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An attempt after one that died in another process. */
@Timeout(120)
class ResumptionTest {
  private static final String NAMESPACE = "default";
  private static final String ID = "resumption";

  @TempDir Path folder;
  @TempDir Path output;

  private EmbeddedTemporalServer temporal;
  private WorkflowServiceStubs connection;
  private ArchiveService service;
  private ArchiveClient archives;

  @BeforeEach
  void start() throws IOException {
    temporal = EmbeddedTemporalServer.start();
    connection =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(temporal.target()).build());
    service = ArchiveService.start(output, Duration.ofHours(1));
    archives = new ArchiveClient(service.uri());
    Files.writeString(folder.resolve("one.txt"), "one");
  }

  @AfterEach
  void stop() {
    service.close();
    connection.shutdownNow();
    temporal.close();
  }

  // The job was submitted under another key: a second one would be seen, were one submitted.
  @Test
  void attempt_goesOnWithTheJobOfTheLastHeartbeat_andSubmitsNone() {
    ArchiveRequest request = ArchiveRequest.of(folder.toString(), List.of());
    String job = archives.submit(request, "another key").join();
    try (WorkflowSide workflows = startWorkflows();
        Longhaul longhaul = Longhaul.open(temporal.target(), NAMESPACE, ID, collaborators())) {
      WorkflowClient.start(
          workflows.workflow(ArchiveWorkflow.class, ID)::run, new Order(request, ID));
      attemptThatDies(archives.progress(job).join());

      longhaul.startHandlers();

      try (WorkflowWatch watch =
          WorkflowWatch.start(
              workflows.client(), ID, new HeartbeatDetails(), ActivityListener.NONE)) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(() -> assertThat(lastHeartbeat(watch).attempt()).isEqualTo(2));
        assertThat(lastHeartbeat(watch).progress().job()).hasValue(job);
        assertThat(archives.jobs().join()).extracting(JobStatus::id).containsExactly(job);
      }
      workflows.client().newUntypedWorkflowStub(ID).terminate("seen enough");
    }
  }

  private WorkflowSide startWorkflows() {
    return WorkflowSide.start(
        connection,
        WorkflowClientOptions.newBuilder().setNamespace(NAMESPACE).build(),
        "workflows",
        ArchiveWorkflowImpl.class);
  }

  private static HeartbeatRecord lastHeartbeat(WorkflowWatch watch) {
    return watch.look().get(0).lastHeartbeat().orElseThrow();
  }

  /** The first attempt, as the server sees one that tells how far it is and then fails. */
  private void attemptThatDies(ArchiveProgress progress) {
    var server = connection.blockingStub();
    PollActivityTaskQueueResponse task =
        server.pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setTaskQueue(TaskQueue.newBuilder().setName(ID))
                .build());
    server.recordActivityTaskHeartbeat(
        RecordActivityTaskHeartbeatRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setTaskToken(task.getTaskToken())
            .setDetails(DefaultDataConverter.STANDARD_INSTANCE.toPayloads(progress).orElseThrow())
            .build());
    server.respondActivityTaskFailed(
        RespondActivityTaskFailedRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setTaskToken(task.getTaskToken())
            .setFailure(
                Failure.newBuilder()
                    .setMessage("died")
                    .setApplicationFailureInfo(ApplicationFailureInfo.getDefaultInstance()))
            .build());
  }

  private HandlersModule collaborators() {
    return new HandlersModule(
        archives,
        activities -> {
          throw new AssertionError("nobody is asked");
        },
        (archive, decision) -> {
          throw new AssertionError("nothing is published");
        });
  }
}
