package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sizes are checked by what the namespace allows, before anything is sent. */
class SizeLimitsTest {
  private static final int MIB = 1024 * 1024;
  private static final int OVERHEAD = 1000;

  private FakeTemporalService service = FakeTemporalService.builder().start();
  private LonghaulClient client =
      LonghaulClient.connect(LonghaulModule.forChannel(service.newChannel()));

  @AfterEach
  void close() {
    client.close();
    service.close();
  }

  private FakeActivity withLimit(int limit) {
    close();
    service = FakeTemporalService.builder().blobSizeLimit(limit).start();
    client = LonghaulClient.connect(LonghaulModule.forChannel(service.newChannel()));
    FakeActivity activity = service.schedule(ActivitySpec.of("Work", "queue"));
    client
        .workflowService()
        .blocking()
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .setTaskQueue(TaskQueue.newBuilder().setName("queue"))
                .build());
    client.learnLimits().join();
    return activity;
  }

  @Test
  void learningTheLimits_endsOnACallbackThread() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);
    CompletableFuture<String> thread =
        client.learnLimits().thenApply(done -> Thread.currentThread().getName());
    gate.open();

    assertThat(thread.get(30, TimeUnit.SECONDS)).startsWith("longhaul-callback");
  }

  // The server would answer OK and fail the activity.
  @Test
  void resultAboveASmallerLimit_isRefusedWithoutACall() throws Exception {
    FakeActivity activity = withLimit(MIB);
    TaskToken token = token(activity);

    assertTooLarge(client.complete(token, new byte[MIB]), MIB);
    assertTooLarge(client.heartbeat(token, (Object) new byte[MIB]), MIB);
    assertThat(service.calls(Rpc.COMPLETE)).isEmpty();
    assertThat(service.calls(Rpc.HEARTBEAT)).isEmpty();

    client.complete(token, new byte[MIB - OVERHEAD]).get();
    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Completed.class);
  }

  @Test
  void resultBelowALargerLimit_isSent() throws Exception {
    FakeActivity activity = withLimit(3 * MIB);

    client.complete(token(activity), new byte[2 * MIB + OVERHEAD]).get();

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Completed.class);
  }

  // Whatever the namespace allows: a request above 4 MiB never gets to it.
  @Test
  void resultThatNoRequestCanCarry_isRefusedWithoutACall() {
    FakeActivity activity = withLimit(100 * MIB);

    assertTooLarge(client.complete(token(activity), new byte[4 * MIB]), 4 * MIB - 16 * 1024);
    assertThat(service.calls(Rpc.COMPLETE)).isEmpty();
  }

  @Test
  void failureAboveTheLimit_goesWithoutItsDetails() throws Exception {
    FakeActivity activity = withLimit(MIB);

    client
        .fail(
            token(activity),
            ActivityFailure.ofType("Broken").nonRetryable().details((Object) new byte[MIB]))
        .get();

    assertThat(activity.outcome())
        .get()
        .isInstanceOfSatisfying(
            ActivityOutcome.Failed.class,
            failed -> assertThat(failed.failure().getSerializedSize()).isLessThan(MIB));
  }

  private static TaskToken token(FakeActivity activity) {
    return TaskToken.of(activity.taskToken().toByteArray());
  }

  private static void assertTooLarge(CompletableFuture<Void> call, int limit) {
    assertThat(call)
        .failsWithin(30, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(PayloadTooLargeException.class)
        .withMessageContaining(Integer.toString(limit));
  }
}
