package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.external.CallbackAnswer;
import dev.longhaul.api.external.JobCallbacks;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callbacks of outside jobs: once, twice, too late, and while nobody can take them. */
class JobCallbacksTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Archive archive = new Archive();
  private JobCallbacks callbacks;

  @BeforeEach
  void start() {
    callbacks =
        new JobCallbacks(
            ArchiveHandlers.start(longhaul, archive).getInstance(AsyncCompletionClient.class));
  }

  private WorkflowStub started(String address) {
    return ArchiveHandlers.started(longhaul, archive, "CalledBack", address);
  }

  // Forbidden: another submission, when the server has the job's reference.
  // The mark travels with the failure, through a server.
  @Test
  void callback_completesTheActivity_andASecondOneIsToldThatNobodyWaits() throws Exception {
    WorkflowStub workflow = started("ids");
    FullActivityId activity = FullActivityId.parse(archive.lastRequest);

    assertThat(done(callbacks.completed(activity, "done"))).isEqualTo(CallbackAnswer.ACCEPTED);
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
    assertThat(done(callbacks.completed(activity, "done"))).isEqualTo(CallbackAnswer.NOBODY_WAITS);
    assertThat(done(callbacks.failed(activity, "job-1", ActivityFailure.ofType("DiskFull"))))
        .isEqualTo(CallbackAnswer.NOBODY_WAITS);
  }

  // Forbidden: an attempt that waits for the callback of a job that has failed.
  @Test
  void failedCallback_hasTheNextAttemptSubmitAnotherJob() throws Exception {
    WorkflowStub workflow = started("ids");
    FullActivityId activity = FullActivityId.parse(archive.lastRequest);
    ActivityFailure failure = ActivityFailure.ofType("DiskFull").message("no room");

    assertThat(done(callbacks.failed(activity, "job-1", failure)))
        .isEqualTo(CallbackAnswer.ACCEPTED);
    await().until(() -> archive.jobs.containsKey("job-2"));
    assertThat(done(callbacks.completed(activity, "done"))).isEqualTo(CallbackAnswer.ACCEPTED);
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  // Forbidden: work that is lost because a service reports one failure twice.
  @Test
  void failedCallbackThatComesTwice_costsAnAttempt_butNoWork() throws Exception {
    WorkflowStub workflow = started("ids");
    FullActivityId activity = FullActivityId.parse(archive.lastRequest);
    ActivityFailure failure = ActivityFailure.ofType("DiskFull");
    done(callbacks.failed(activity, "job-1", failure));
    await().until(() -> archive.jobs.containsKey("job-2"));

    assertThat(done(callbacks.failed(activity, "job-1", failure)))
        .isEqualTo(CallbackAnswer.ACCEPTED);
    await().until(() -> archive.submissions.get() == 3);
    done(callbacks.completed(activity, "done"));
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
    assertThat(archive.jobs).containsOnlyKeys("job-1", "job-2");
  }

  // Forbidden: a failure that is reported twice and fails the next attempt as well.
  @Test
  void callbackByToken_isOfItsAttemptAlone() throws Exception {
    WorkflowStub workflow = started("token");
    ActivityReference first = ActivityReference.parse(archive.lastRequest);
    ActivityFailure failure = ActivityFailure.ofType("DiskFull");
    assertThat(done(callbacks.failed(first, "job-1", failure))).isEqualTo(CallbackAnswer.ACCEPTED);
    await().until(() -> archive.jobs.containsKey("job-2"));

    assertThat(done(callbacks.failed(first, "job-1", failure)))
        .isEqualTo(CallbackAnswer.NOBODY_WAITS);
    ActivityReference second = ActivityReference.parse(archive.lastRequest);
    assertThat(done(callbacks.completed(second, "done"))).isEqualTo(CallbackAnswer.ACCEPTED);
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  @Test
  void callbackThatCannotBeSent_failsTheFuture_andTheActivityStaysOpen() throws Exception {
    WorkflowStub workflow = started("ids");
    FullActivityId activity = FullActivityId.parse(archive.lastRequest);
    CompletableFuture<CallbackAnswer> answer =
        callbacks.completed(activity, "x".repeat(3 * 1024 * 1024));

    assertThat(catchThrowable(() -> done(answer)))
        .hasCauseInstanceOf(PayloadTooLargeException.class);
    assertThat(done(callbacks.completed(activity, "done"))).isEqualTo(CallbackAnswer.ACCEPTED);
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  @Test
  void callbackWhileTheServerIsAway_isToComeAgain() throws Exception {
    try (LonghaulClient elsewhere =
        LonghaulClient.connect(LonghaulModule.forTarget("127.0.0.1:1"))) {
      JobCallbacks away = new JobCallbacks(elsewhere.within(Duration.ofMillis(300)));

      assertThat(done(away.completed(TaskToken.of(new byte[] {1}), "done")))
          .isEqualTo(CallbackAnswer.CALL_AGAIN);
    }
  }

  private static CallbackAnswer done(CompletableFuture<CallbackAnswer> answer) throws Exception {
    return answer.get(20, TimeUnit.SECONDS);
  }
}
