package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.intercept.ActivityCall;
import dev.longhaul.api.intercept.CallInterceptor;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Rpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands around the calls of a client. */
class CallInterceptorTest {
  private static final String QUEUE = "queue";

  private final FakeTemporalService service = FakeTemporalService.start();
  private final ManagedChannel channel = service.newChannel();
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Work", QUEUE));
  private final List<String> log = new CopyOnWriteArrayList<>();

  /** A line before each call, and one after it. */
  private CallInterceptor logging(String name) {
    return (call, next) -> {
      log.add(name + " > " + call);
      return next.proceed(call)
          .whenComplete(
              (done, failure) ->
                  log.add(name + " < " + (failure == null ? "done" : String.valueOf(failure))));
    };
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    service.close();
  }

  @Test
  void firstInterceptor_isOutermost_andEachSeesCallAndOutcome() throws Exception {
    TaskToken token = start();
    try (LonghaulClient client = client(logging("outer"), logging("inner"))) {
      client.complete(token, "done").get(10, TimeUnit.SECONDS);
    }

    String call = "complete activity " + token.digest();
    assertThat(log)
        .containsExactly("outer > " + call, "inner > " + call, "inner < done", "outer < done");
  }

  @Test
  void everyCall_isIntercepted_andNoneTellsTokenOrValue() throws Exception {
    TaskToken token = start();
    try (LonghaulClient client = client(logging("log"))) {
      client.heartbeat(token, "4111").get(10, TimeUnit.SECONDS);
      activity.requestCancel();
      failureOf(client.heartbeat(token, "4111"));
      client.reportCancellation(token, "4111").get(10, TimeUnit.SECONDS);
      failureOf(client.fail(token, new IllegalStateException("4111")));
      failureOf(client.complete(token, "4111"));
    }

    assertThat(log).hasSize(10);
    assertThat(log.get(3)).contains(ActivityCancelledException.class.getName());
    assertThat(log.get(9)).contains(ActivityNotFoundException.class.getName());
    String text = String.join("\n", log);
    assertThat(text)
        .contains("heartbeat activity", "report the cancellation of", "fail activity")
        .doesNotContain("4111")
        .doesNotContain(Base64.getUrlEncoder().encodeToString(token.toByteArray()).substring(0, 16))
        .doesNotContain(new String(token.toByteArray(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void interceptor_changesTheValue() throws Exception {
    TaskToken token = start();
    CallInterceptor shouting =
        (call, next) ->
            next.proceed(
                new ActivityCall.Complete(
                    call.activity(),
                    List.of(call.values().get(0).toString().toUpperCase(Locale.ROOT))));
    try (LonghaulClient client = client(shouting)) {
      client.complete(token, "done").get(10, TimeUnit.SECONDS);
    }

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Completed.class);
    ActivityOutcome.Completed completed =
        (ActivityOutcome.Completed) activity.outcome().orElseThrow();
    assertThat(Objects.requireNonNull(completed.result()).getPayloads(0).getData().toStringUtf8())
        .isEqualTo("\"DONE\"");
  }

  @Test
  void interceptor_mayTryAgain() throws Exception {
    TaskToken token = start();
    CallInterceptor stubborn =
        (call, next) ->
            next.proceed(call)
                .handle((done, failure) -> failure == null ? done() : next.proceed(call))
                .thenCompose(again -> again);
    service.faults().next(Rpc.COMPLETE).refuse(Status.PERMISSION_DENIED.withDescription("not yet"));
    try (LonghaulClient client = client(stubborn)) {
      client.complete(token, "done").get(10, TimeUnit.SECONDS);
    }

    assertThat(service.calls(Rpc.COMPLETE)).hasSize(2);
  }

  // Forbidden: the caller waits for ever, or believes that the report was made.
  @Test
  void interceptorThatThrowsBefore_keepsTheCallFromBeingSent_andTheCallerIsTold() {
    TaskToken token = start();
    CallInterceptor broken =
        (call, next) -> {
          throw new IllegalStateException("bug");
        };
    try (LonghaulClient client = client(logging("log"), broken)) {
      ActivityCompletionException failure =
          (ActivityCompletionException) failureOf(client.complete(token, "done"));

      assertThat(failure.possiblyApplied()).isFalse();
      assertThat(failure)
          .hasMessageContaining("nothing was sent")
          .hasMessageContaining(getClass().getName())
          .hasCauseInstanceOf(IllegalStateException.class);
      assertThat(failure.digest()).isEqualTo(token.digest());
    }
    assertThat(service.calls(Rpc.COMPLETE)).isEmpty();
    assertThat(log).hasSize(2);
  }

  // Forbidden: the caller is told that a report was not made which was.
  @Test
  void interceptorThatThrowsAfterwards_doesNotTouchTheCall() throws Exception {
    TaskToken token = start();
    CallInterceptor broken =
        (call, next) -> {
          CompletableFuture<Void> unused = next.proceed(call);
          throw new IllegalStateException("bug");
        };
    try (LonghaulClient client = client(broken)) {
      client.complete(token, "done").get(10, TimeUnit.SECONDS);
    }

    assertThat(activity.outcome()).get().isInstanceOf(ActivityOutcome.Completed.class);
  }

  @Test
  void interceptorThatAnswersNothing_isTreatedAsOneThatThrows() {
    TaskToken token = start();
    CallInterceptor silent = (call, next) -> nothing();
    try (LonghaulClient client = client(silent)) {
      assertThat(failureOf(client.complete(token)))
          .isInstanceOf(ActivityCompletionException.class)
          .hasCauseInstanceOf(NullPointerException.class);
    }
  }

  @Test
  void failureOfAnInterceptorsOwn_reachesTheCallerAsACause() {
    TaskToken token = start();
    CallInterceptor odd =
        (call, next) ->
            next.proceed(call)
                .thenRun(
                    () -> {
                      throw new IllegalArgumentException("odd");
                    });
    try (LonghaulClient client = client(odd)) {
      ActivityCompletionException failure =
          (ActivityCompletionException) failureOf(client.complete(token));
      assertThat(failure).hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(failure.possiblyApplied()).isTrue();
    }
  }

  @Test
  void refusalByAnInterceptor_reachesTheCallerAsItIs() {
    TaskToken token = start();
    ActivityCompletionException refusal =
        new ActivityCompletionException("not allowed", token.digest(), null, null);
    try (LonghaulClient client = client((call, next) -> CompletableFuture.failedFuture(refusal))) {
      assertThat(failureOf(client.complete(token))).isSameAs(refusal);
      assertThat(
              catchThrowableOfType(
                  ActivityCompletionException.class, () -> client.blocking().complete(token)))
          .isSameAs(refusal);
    }
  }

  @Test
  void futureThatTheCallerCancels_isNotTheInterceptorsOne() throws Exception {
    TaskToken token = start();
    CompletableFuture<String> seen = new CompletableFuture<>();
    CallInterceptor watching =
        (call, next) -> {
          CompletableFuture<Void> answer = next.proceed(call);
          var unused =
              answer.whenComplete(
                  (done, failure) -> seen.complete(failure == null ? "done" : "" + failure));
          return answer;
        };
    try (LonghaulClient client = client(watching)) {
      client.complete(token).cancel(true);

      assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  @SuppressWarnings("NullAway") // what a careless interceptor does
  private static CompletableFuture<Void> nothing() {
    return null;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private LonghaulClient client(CallInterceptor... interceptors) {
    return LonghaulClient.connect(
        LonghaulModule.forChannel(channel)
            .options(
                RuntimeOptions.defaults().toBuilder().interceptors(List.of(interceptors)).build()));
  }

  private TaskToken start() {
    WorkflowServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .setTaskQueue(TaskQueue.newBuilder().setName(QUEUE))
                .build());
    return TaskToken.of(activity.taskToken().toByteArray());
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
    return Objects.requireNonNull(failure.getCause());
  }
}
