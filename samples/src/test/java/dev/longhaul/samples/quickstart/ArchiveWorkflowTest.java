package dev.longhaul.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.AsyncActivities;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.archive.ArchiveService;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The workflow with the handler and the archive service, where it does not go well. */
@Timeout(120)
class ArchiveWorkflowTest {
  /** Longer than any test: a job ends only when it is deleted. */
  private static final Duration FOREVER = Duration.ofHours(1);

  @TempDir Path folder;
  @TempDir Path output;

  private ArchiveService service;
  private ArchiveClient client;
  private EmbeddedTemporalServer temporal;
  private WorkflowSide workflows;
  private LonghaulRuntime longhaul;

  @BeforeEach
  void start() throws IOException {
    service = ArchiveService.start(output, FOREVER);
    client = new ArchiveClient(service.uri());
    temporal = EmbeddedTemporalServer.start();
    workflows = WorkflowSide.start(temporal.target(), "default");
    RuntimeOptions options = RuntimeOptions.defaults().toBuilder().pollDrain(Duration.ZERO).build();
    longhaul =
        Guice.createInjector(
                LonghaulModule.forTarget(temporal.target()).options(options),
                AsyncActivities.discover(),
                new ArchiveModule(client))
            .getInstance(LonghaulRuntime.class)
            .start();
  }

  @AfterEach
  void stop() {
    longhaul.close();
    workflows.close();
    temporal.close();
    service.close();
  }

  @Test
  void cancelledWorkflow_deletesTheJobAndItsFiles() throws IOException {
    Files.writeString(folder.resolve("one.txt"), "one");
    WorkflowStub workflow = workflows.archive(ArchiveRequest.of(folder.toString(), List.of()));
    String job = jobOf(workflow);

    workflow.cancel();

    assertThatThrownBy(() -> workflow.getResult(Archive.class))
        .isInstanceOf(WorkflowFailedException.class)
        .hasCauseInstanceOf(CanceledFailure.class);
    assertThatThrownBy(client.progress(job)::get).hasCauseInstanceOf(CancellationException.class);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void folderThatTheServiceRefuses_failsTheWorkflowWithoutRetries() {
    WorkflowStub workflow = workflows.archive(ArchiveRequest.of(folder.toString(), List.of()));

    assertThatThrownBy(() -> workflow.getResult(Archive.class))
        .isInstanceOf(WorkflowFailedException.class)
        .satisfies(
            failure -> assertThat(Failures.reason(failure)).contains("has no files to archive"))
        .cause()
        .isInstanceOfSatisfying(
            ActivityFailure.class,
            failure ->
                assertThat(failure.getRetryState())
                    .isEqualTo(RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE));
  }

  /** The id of the job in the archive service, from the first heartbeat that tells it. */
  private static String jobOf(WorkflowStub workflow) {
    CompletableFuture<String> job = new CompletableFuture<>();
    HeartbeatWatch watch =
        HeartbeatWatch.start(
            workflow, heartbeat -> job.complete(heartbeat.details(ArchiveProgress.class).job()));
    try (watch) {
      return job.join();
    }
  }
}
