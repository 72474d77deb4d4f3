package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityPausedException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.ActivityResetException;
import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.FailureCategory;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.InvalidTaskTokenException;
import dev.longhaul.api.NamespaceNotFoundException;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.RpcCode;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.proto.enums.v1.ApplicationErrorCategory;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client of a process without handlers, against the fake service. */
class CompletionClientTest {
  private static final String QUEUE = "queue";
  private static final byte[] TOO_LARGE = new byte[2 * 1024 * 1024];

  /** How a test addresses the activity. */
  enum By {
    TOKEN,
    ID,
    ID_OF_CURRENT_RUN
  }

  private final FakeTemporalService service = FakeTemporalService.start();
  private final ManagedChannel channel = service.newChannel();
  private final LonghaulClient client = LonghaulClient.connect(LonghaulModule.forChannel(channel));
  private FakeActivity activity;
  private TaskToken token;

  @BeforeEach
  void startActivity() {
    activity = service.schedule(ActivitySpec.of("Work", QUEUE));
    WorkflowServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .setTaskQueue(TaskQueue.newBuilder().setName(QUEUE))
                .build());
    token = TaskToken.of(activity.taskToken().toByteArray());
  }

  @AfterEach
  void close() {
    client.close();
    channel.shutdownNow();
    service.close();
  }

  @ParameterizedTest
  @EnumSource
  void complete_reachesTheServer(By by) throws Exception {
    client.complete(reference(by), "done").get();

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Completed.class);
  }

  @ParameterizedTest
  @EnumSource
  void fail_reachesTheServer(By by) throws Exception {
    client.fail(reference(by), ActivityFailure.ofType("Broken").nonRetryable()).get();

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Failed.class);
  }

  @ParameterizedTest
  @EnumSource
  void reportCancellation_thatWasRequested_reachesTheServer(By by) throws Exception {
    activity.requestCancel();

    client.reportCancellation(reference(by), "half").get();

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Cancelled.class);
  }

  @ParameterizedTest
  @EnumSource
  void reportCancellation_thatNobodyRequested_leavesTheActivityOpen(By by) throws Exception {
    assertThat(failureOf(client.reportCancellation(reference(by))))
        .isInstanceOf(CancellationNotRequestedException.class);

    client.complete(reference(by)).get();
  }

  @ParameterizedTest
  @EnumSource
  void secondComplete_isNotFound_andCertainlyNotApplied(By by) throws Exception {
    client.complete(reference(by)).get();

    ActivityNotFoundException failure =
        (ActivityNotFoundException) failureOf(client.complete(reference(by)));
    assertThat(failure.possiblyApplied()).isFalse();
    assertThat(failure.code()).contains(RpcCode.NOT_FOUND);
    assertThat(failure.digest()).hasSize(12);
  }

  @Test
  void complete_whoseAnswerIsLost_isTriedAgain_andPossiblyApplied() {
    service.faults().next(Rpc.COMPLETE).loseAnswer(Status.UNAVAILABLE);

    ActivityNotFoundException failure =
        (ActivityNotFoundException) failureOf(client.complete(token));

    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(service.calls(Rpc.COMPLETE)).hasSize(2);
  }

  @Test
  void complete_whoseRequestIsLost_isTriedAgain() throws Exception {
    service.faults().next(2, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);

    client.complete(token, "done").get();

    assertThat(service.calls(Rpc.COMPLETE)).hasSize(3);
  }

  // Nothing was sent, so whoever gave the report may give it again without a second thought.
  @Test
  void serverThatRefusesConnections_isGivenUp_andCertainlyNothingWasApplied() throws Exception {
    String target = "127.0.0.1:" + portNobodyListensTo();

    ActivityCompletionException failure = failureAt(target, Duration.ofSeconds(30));

    assertThat(failure.code()).contains(RpcCode.UNAVAILABLE);
    assertThat(failure.possiblyApplied()).isFalse();
    assertThat(failure).hasMessageContaining("Connection refused").hasMessageContaining(target);
  }

  @Test
  void serverThatNeverSpeaks_isGivenUp_andCertainlyNothingWasApplied() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ActivityCompletionException failure =
          failureAt("127.0.0.1:" + mute.getLocalPort(), Duration.ofMillis(300));

      assertThat(failure.code()).contains(RpcCode.DEADLINE_EXCEEDED);
      assertThat(failure.possiblyApplied()).isFalse();
    }
  }

  /** Of the one try for which there is time. */
  private ActivityCompletionException failureAt(String target, Duration callTimeout) {
    RetryOptions impatient =
        RetryOptions.defaults().toBuilder()
            .callTimeout(callTimeout)
            .initialInterval(Duration.ofHours(1))
            .maximumInterval(Duration.ofHours(1))
            .build();
    RuntimeOptions options = RuntimeOptions.defaults().toBuilder().retry(impatient).build();
    try (LonghaulClient nowhere =
        LonghaulClient.connect(LonghaulModule.forTarget(target).options(options))) {
      return (ActivityCompletionException) failureOf(nowhere.complete(token, "done"));
    }
  }

  // Forbidden: the caller waits for a try that will never come.
  @Test
  void close_failsTheCallsThatWaitForAnotherTry() {
    service.faults().during(() -> true, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);
    CompletableFuture<Void> call = client.complete(token, "done");
    service.awaitCalls(Rpc.COMPLETE, 2);

    client.close();

    assertThat(failureOf(call)).isInstanceOf(ActivityCompletionException.class);
    assertThat(failureOf(client.complete(token))).hasMessageContaining("client was closed");
  }

  @Test
  void garbageToken_isInvalid_andNotTriedAgain() {
    TaskToken garbage = TaskToken.of(new byte[] {1, 2, 3});

    assertThat(failureOf(client.complete(garbage))).isInstanceOf(InvalidTaskTokenException.class);
    assertThat(service.calls(Rpc.COMPLETE)).hasSize(1);
  }

  @Test
  void unknownNamespace_isNotAnUnknownActivity() {
    try (LonghaulClient elsewhere =
        LonghaulClient.connect(LonghaulModule.forChannel(channel).namespace("elsewhere"))) {
      FullActivityId id = FullActivityId.of("elsewhere", "w", activity.runId(), "a");

      assertThat(failureOf(elsewhere.complete(id))).isInstanceOf(NamespaceNotFoundException.class);
    }
  }

  @Test
  void referenceOfAnotherNamespace_isRefusedWithoutACall() {
    FullActivityId other = FullActivityId.of("other", "w", "r", "a");

    assertThat(failureOf(client.complete(other)))
        .hasMessageContaining("\"other\"")
        .hasMessageContaining("\"default\"");
    assertThat(service.calls(Rpc.COMPLETE_BY_ID)).isEmpty();
  }

  @Test
  void resultThatIsTooLarge_isRefusedWithoutACall() throws Exception {
    assertThat(failureOf(client.complete(token, TOO_LARGE)))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("2097152");
    assertThat(service.calls(Rpc.COMPLETE)).isEmpty();

    client.complete(token, "smaller").get();
  }

  @Test
  void resultThatCannotBeConverted_isRefusedWithoutACall() {
    assertThat(failureOf(client.complete(token, new Object())))
        .isInstanceOf(PayloadConversionException.class);
    assertThat(service.calls(Rpc.COMPLETE)).isEmpty();
  }

  @Test
  void heartbeat_recordsDetails() throws Exception {
    client.heartbeat(token, "half").get();

    assertThat(activity.heartbeats()).hasSize(1);
    assertThat(activity.heartbeatDetails()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void heartbeat_ofACancelledActivity_saysSo(By by) {
    activity.requestCancel();

    assertThat(failureOf(client.heartbeat(reference(by))))
        .isInstanceOf(ActivityCancelledException.class);
  }

  @Test
  void heartbeat_ofAPausedActivity_saysSo() {
    activity.pause();

    assertThat(failureOf(client.heartbeat(token))).isInstanceOf(ActivityPausedException.class);
  }

  @Test
  void heartbeat_ofAResetActivity_saysSo() {
    activity.reset();

    assertThat(failureOf(client.heartbeat(token))).isInstanceOf(ActivityResetException.class);
  }

  @Test
  void heartbeat_tellsAllThatWasAskedFor_theHighestAsItsType() {
    activity.reset(); // which would end a pause
    activity.pause();
    assertThat(failureOf(client.heartbeat(token)))
        .isInstanceOfSatisfying(
            ActivityResetException.class,
            stopped ->
                assertThat(stopped.stopRequest().kinds())
                    .containsExactly(StopRequest.Kind.PAUSED, StopRequest.Kind.RESET));

    activity.requestCancel();
    assertThat(failureOf(client.heartbeat(token)))
        .isInstanceOfSatisfying(
            ActivityCancelledException.class,
            stopped -> assertThat(stopped.stopRequest().kinds()).hasSize(3));
  }

  @ParameterizedTest
  @EnumSource
  void fail_carriesEverythingThatTheFailureSays(By by) throws Exception {
    client
        .fail(
            reference(by),
            ActivityFailure.ofType("CardDeclined")
                .message("no funds")
                .details("a", 17)
                .nonRetryable()
                .nextRetryDelay(Duration.ofSeconds(3))
                .category(FailureCategory.BENIGN)
                .cause(new IOException("line down"))
                .lastHeartbeatDetails("half", null))
        .get();

    Failure failure = ((ActivityOutcome.Failed) activity.outcome().orElseThrow()).failure();
    assertThat(failure.getMessage()).isEqualTo("no funds");
    assertThat(failure.getStackTrace()).isEmpty();
    assertThat(failure.getCause().getMessage()).isEqualTo("line down");
    ApplicationFailureInfo info = failure.getApplicationFailureInfo();
    assertThat(info.getType()).isEqualTo("CardDeclined");
    assertThat(info.getNonRetryable()).isTrue();
    assertThat(info.getDetails().getPayloadsCount()).isEqualTo(2);
    assertThat(info.getNextRetryDelay().getSeconds()).isEqualTo(3);
    assertThat(info.getCategory())
        .isEqualTo(ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_BENIGN);
    assertThat(activity.heartbeatDetails().orElseThrow().getPayloadsList())
        .extracting(payload -> payload.getData().toStringUtf8())
        .containsExactly("\"half\"", "");
  }

  @Test
  void within_isTheTimeForACallWithAllItsTries() {
    service.faults().during(() -> true, Rpc.COMPLETE).refuse(Status.UNAVAILABLE);

    assertThat(failureOf(client.within(Duration.ofMillis(1)).complete(token)))
        .isInstanceOf(ActivityCompletionException.class)
        .hasMessageContaining("given up after one try");
  }

  // A network thread that runs what depends on a future is missing for every other call.
  @Test
  void whatDependsOnAFuture_runsOnACallbackThread() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.HEARTBEAT).delayAnswer(gate);
    service.faults().next(Rpc.COMPLETE).delayRequest(gate);
    List<CompletableFuture<String>> threads =
        List.of(threadOf(client.heartbeat(token)), threadOf(client.complete(token)));

    gate.open();

    for (CompletableFuture<String> thread : threads) {
      assertThat(thread.get(10, TimeUnit.SECONDS)).startsWith("longhaul-callback-");
    }
  }

  private static CompletableFuture<String> threadOf(CompletableFuture<Void> call) {
    return call.handle((done, failure) -> Thread.currentThread().getName());
  }

  @Test
  void blockingCalls_returnOrThrowWhatTheFutureWouldFailWith() {
    BlockingCompletionClient blocking = client.blocking();
    blocking.heartbeat(token, "half");
    assertThatExceptionOfType(CancellationNotRequestedException.class)
        .isThrownBy(() -> blocking.reportCancellation(token));
    blocking.fail(token, ActivityFailure.ofType("Broken").nonRetryable());

    assertThatExceptionOfType(ActivityNotFoundException.class)
        .isThrownBy(() -> blocking.fail(token, new IOException()));
    assertThatExceptionOfType(ActivityNotFoundException.class)
        .isThrownBy(() -> blocking.complete(token));
    ActivityNotFoundException failure =
        catchThrowableOfType(
            ActivityNotFoundException.class, () -> blocking.complete(token, "done"));
    assertThat(failure.getStackTrace())
        .as("the trace shows who called")
        .anyMatch(frame -> frame.getClassName().equals(getClass().getName()));
  }

  // What was sent cannot be taken back.
  @Test
  void interruptedCall_goesOn_andTheThreadStaysInterrupted() {
    Gate gate = new Gate();
    service.faults().next(Rpc.COMPLETE).delayRequest(gate);
    Thread.currentThread().interrupt();
    ActivityCompletionException failure =
        catchThrowableOfType(
            ActivityCompletionException.class, () -> client.blocking().complete(token));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.possiblyApplied()).isTrue();
    assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
    gate.open();
    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  @Test
  void calls_tellWhoCalls() throws Exception {
    client.heartbeat(token).get();

    var call = service.calls(Rpc.HEARTBEAT).get(0);
    assertThat(call.header("client-name")).isEqualTo("longhaul-java");
    assertThat(call.header("temporal-namespace")).isEqualTo("default");
    assertThat(call.request(RecordActivityTaskHeartbeatRequest.class).getIdentity()).contains("@");
  }

  @Test
  void future_thatACallerCompletes_doesNotTouchTheCall() {
    CompletableFuture<Void> future = client.complete(token, "done");
    future.cancel(true);

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }

  private static int portNobodyListensTo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  private ActivityReference reference(By by) {
    return switch (by) {
      case TOKEN -> token;
      case ID -> id();
      case ID_OF_CURRENT_RUN ->
          FullActivityId.ofCurrentRun(
              FakeTemporalService.NAMESPACE, activity.workflowId(), activity.activityId());
    };
  }

  private FullActivityId id() {
    return FullActivityId.of(
        FakeTemporalService.NAMESPACE,
        activity.workflowId(),
        activity.runId(),
        activity.activityId());
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
    return Objects.requireNonNull(failure.getCause());
  }
}
