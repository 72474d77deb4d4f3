package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.external.JobStatus;
import io.temporal.client.WorkflowStub;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Activities whose work is a job of an outside service, from the workflow to the service. */
class ExternalJobsTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Archive archive = new Archive();
  private Injector injector;

  @BeforeEach
  void start() {
    injector = ArchiveHandlers.start(longhaul, archive);
  }

  private WorkflowStub started(String type) {
    return ArchiveHandlers.started(longhaul, archive, type, "folder");
  }

  @Test
  void polledJob_bringsItsResult() {
    WorkflowStub workflow = started("Polled");
    await().until(() -> archive.polls.get() > 2);
    archive.jobs.put("job-1", JobStatus.done());

    assertThat(workflow.getResult(String.class)).isEqualTo("result of job-1");
  }

  @Test
  void cancellation_reachesTheService_andItsConfirmationTheWorkflow() {
    WorkflowStub workflow = started("Polled");
    workflow.cancel();

    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();
    assertThat(archive.jobs.get("job-1").state()).isEqualTo(JobStatus.State.CANCELLED);
    assertThat(History.of(workflow).canceledDetails())
        .singleElement()
        .asString()
        .startsWith("{\"job\":\"job-1\"");
  }

  @Test
  void attemptThatFailsForAnotherReason_leavesItsJobToTheNextOne() throws Exception {
    WorkflowStub workflow = started("Polled");
    await().until(() -> archive.polls.get() > 0); // it is recorded
    FullActivityId activity =
        injector.getInstance(LongRunningActivityManager.class).snapshot().get(0).id().orElseThrow();
    injector
        .getInstance(AsyncCompletionClient.class)
        .fail(activity, new IllegalStateException("lost"))
        .get(20, TimeUnit.SECONDS);
    archive.jobs.put("job-1", JobStatus.done());

    assertThat(workflow.getResult(String.class)).isEqualTo("result of job-1");
    assertThat(archive.submissions).hasValue(1);
  }

  @Test
  void jobThatFailed_isReplacedByTheNextAttempt() {
    WorkflowStub workflow = started("Polled");
    archive.jobs.put("job-1", JobStatus.failed(ActivityFailure.ofType("DiskFull")));
    await().until(() -> archive.jobs.containsKey("job-2"));
    archive.jobs.put("job-2", JobStatus.done());

    assertThat(workflow.getResult(String.class)).isEqualTo("result of job-2");
    assertThat(archive.jobs).hasSize(2);
  }

  @Test
  void calledBackJob_isCancelled() {
    WorkflowStub workflow = started("CalledBack");
    workflow.cancel();

    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();
    assertThat(archive.jobs.get("job-1").state()).isEqualTo(JobStatus.State.CANCELLED);
    assertThat(History.of(workflow).canceledDetails()).isNotEmpty();
  }
}
