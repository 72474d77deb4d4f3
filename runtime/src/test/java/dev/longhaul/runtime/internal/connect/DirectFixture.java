package dev.longhaul.runtime.internal.connect;

import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.TimerThread;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Direct calls on an activity of the fake service whose first attempt is running; waits are of a
 * fake clock and without jitter, the time of a try is real.
 */
final class DirectFixture implements AfterEachCallback {
  static final Report COMPLETED = Report.of(new EncodedOutcome.Completed(null), null);
  static final Report FAILED =
      Report.of(
          new EncodedOutcome.Failed(
              Bytes.copyOf(
                  Failure.newBuilder()
                      .setMessage("broken")
                      .setApplicationFailureInfo(
                          ApplicationFailureInfo.newBuilder().setType("Broken"))
                      .build()
                      .toByteArray())),
          null);
  static final Report CANCELED = Report.of(new EncodedOutcome.Canceled(null), null);
  static final Report HEARTBEAT = Report.heartbeat(null);

  private static final String QUEUE = "queue";

  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  final FakeClock clock = new FakeClock();
  final FakeTemporalService service = FakeTemporalService.start();
  final Pauses pauses = new Pauses();
  private final ManagedChannel channel = service.newChannel();
  private RetryOptions options = RetryOptions.defaults();
  private ClientInterceptor[] interceptors = {};
  FakeActivity activity = schedule();

  DirectFixture options(RetryOptions newOptions) {
    options = newOptions;
    return this;
  }

  DirectFixture intercept(ClientInterceptor... newInterceptors) {
    interceptors = newInterceptors;
    return this;
  }

  FakeActivity schedule() {
    FakeActivity scheduled = service.schedule(ActivitySpec.of("Work", QUEUE).activityId("5"));
    startAttempt();
    return scheduled;
  }

  /** An activity that no workflow has; a later one may have its id. */
  FakeActivity scheduleStandalone() {
    activity = service.schedule(ActivitySpec.of("Work", QUEUE).standalone().activityId("job"));
    startAttempt();
    return activity;
  }

  static FullActivityId standalone() {
    return FullActivityId.standalone(FakeTemporalService.NAMESPACE, "job");
  }

  /** A worker takes the next attempt. */
  void startAttempt() {
    WorkflowServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .setTaskQueue(TaskQueue.newBuilder().setName(QUEUE))
                .build());
  }

  TaskToken token() {
    return TaskToken.of(activity.taskToken().toByteArray());
  }

  FullActivityId id() {
    return idOfCurrentRun().withRunId(activity.runId());
  }

  FullActivityId idOfCurrentRun() {
    return FullActivityId.ofCurrentRun(
        FakeTemporalService.NAMESPACE, activity.workflowId(), activity.activityId());
  }

  Retries retries() {
    Alarms timeouts = Alarms.mostlyCancelled(System::nanoTime, new TimerThread("timeouts"));
    Calls calls = new Calls(ClientInterceptors.intercept(channel, interceptors), timeouts);
    Tries tries =
        new Tries(
            calls,
            new Requests(
                Identity.of(FakeTemporalService.NAMESPACE, "tester", Optional.empty()),
                ConnectionOptions.DEFAULT_MAX_REQUEST_BYTES));
    return new Retries(
        tries, pauses, clock::nanoTime, this::schedule, () -> 0.5, () -> {}, options);
  }

  private Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    waits.add(Duration.of(delay, unit.toChronoUnit()));
    return clock.schedule(task, delay, unit);
  }

  CompletableFuture<Acknowledged> start(ActivityReference reference, Report report) {
    CompletableFuture<Acknowledged> done = new CompletableFuture<>();
    new DirectCall(retries(), reference, report, done::complete, done::completeExceptionally)
        .start();
    return done;
  }

  /** Waits until the call waits for its next try, and lets exactly that time pass. */
  void pass() {
    awaitPause();
    Duration wait = waits.get(waits.size() - 1);
    clock.advance(wait);
  }

  void awaitPause() {
    await().until(() -> clock.pendingTasks() == 1);
  }

  /** The waits so far, in milliseconds. */
  List<Long> waitMillis() {
    return waits.stream().map(wait -> Math.round(wait.toNanos() / 1e6)).toList();
  }

  static <T> T answerOf(CompletableFuture<T> call) throws Exception {
    return call.get(10, TimeUnit.SECONDS);
  }

  static Throwable failureOf(CompletableFuture<?> call) {
    try {
      call.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("the call was accepted");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    pauses.close();
    channel.shutdownNow();
    service.close();
  }
}
