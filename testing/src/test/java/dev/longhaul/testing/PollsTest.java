package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.outcomeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.proto.common.v1.Priority;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollsTest {
  private final FakeTemporalService service =
      FakeTemporalService.builder().endsPollsOnShutdown().start();
  private final Worker worker = new Worker(service);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void poll_getsEverythingAboutTheTask() {
    String run = UUID.randomUUID().toString();
    Priority priority = Priority.newBuilder().setPriorityKey(2).build();
    service.schedule(
        ActivitySpec.of("Type", QUEUE)
            .workflowId("w")
            .runId(run)
            .activityId("a")
            .input(Worker.payload("one"), Worker.payload("two"))
            .header("trace", Worker.payload("id"))
            .startToCloseTimeout(Duration.ofMinutes(1))
            .heartbeatTimeout(Duration.ofMinutes(2))
            .priority(priority));

    PollActivityTaskQueueResponse task = worker.poll();

    assertThat(task.getActivityType().getName()).isEqualTo("Type");
    assertThat(task.getWorkflowNamespace()).isEqualTo(FakeTemporalService.NAMESPACE);
    assertThat(task.getWorkflowExecution().getWorkflowId()).isEqualTo("w");
    assertThat(task.getWorkflowExecution().getRunId()).isEqualTo(run);
    assertThat(task.getActivityId()).isEqualTo("a");
    assertThat(task.getInput()).isEqualTo(Worker.payloads("one", "two"));
    assertThat(task.getHeader().getFieldsMap()).containsEntry("trace", Worker.payload("id"));
    assertThat(task.getAttempt()).isEqualTo(1);
    assertThat(task.getPriority()).isEqualTo(priority);
    assertThat(task.getStartedTime()).isEqualTo(Protos.timestamp(service.clock().now()));
    assertThat(task.getRetryPolicy().getBackoffCoefficient()).isEqualTo(2);
    assertThat(task.hasHeartbeatDetails()).isFalse();
    // A heartbeat timeout longer than the attempt is capped by the server.
    assertThat(task.getHeartbeatTimeout()).isEqualTo(Protos.duration(Duration.ofMinutes(1)));
  }

  @Test
  void laterAttempt_getsWhatTheOnesBeforeItLeft() {
    FakeActivity activity =
        service.schedule(
            ActivitySpec.of("Type", QUEUE)
                .attempt(3)
                .heartbeatDetails(Worker.payload("half"))
                .maximumAttempts(3));

    PollActivityTaskQueueResponse task = worker.poll();

    assertThat(task.getAttempt()).isEqualTo(3);
    assertThat(task.getHeartbeatDetails()).isEqualTo(Worker.payloads("half"));
    worker.fail(task.getTaskToken(), Worker.failure("Broken"));
    assertThat(activity.outcome())
        .as("the last one")
        .containsInstanceOf(ActivityOutcome.Failed.class);
  }

  @Test
  void callsOnCallersThreads_areAnsweredBeforeTheyReturn() {
    try (FakeTemporalService direct = FakeTemporalService.builder().onCallersThreads().start()) {
      direct.schedule(ActivitySpec.of("Type", QUEUE));
      List<Thread> answered = new ArrayList<>();
      var poll =
          WorkflowServiceGrpc.newFutureStub(direct.newChannel())
              .withDeadlineAfter(1, TimeUnit.MINUTES)
              .pollActivityTaskQueue(Worker.pollRequest(QUEUE));
      poll.addListener(() -> answered.add(Thread.currentThread()), Runnable::run);
      assertThat(answered).containsExactly(Thread.currentThread());
    }
  }

  @Test
  void poll_isHeldUntilATaskIsThere() {
    OpenedPoll poll = new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);
    assertThat(poll.isAnswered()).isFalse();

    FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));

    assertThat(poll.answer().getTaskToken()).isEqualTo(activity.taskToken());
    assertThat(service.openPolls(QUEUE)).isZero();
    assertThat(service.lastPoll(QUEUE)).contains(Worker.pollRequest(QUEUE));
  }

  @Test
  void otherQueue_getsNothing() {
    new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);

    FakeActivity activity = service.schedule(ActivitySpec.of("Type", "another"));

    assertThat(service.openPolls(QUEUE)).isEqualTo(1);
    assertThat(activity.pending().orElseThrow().getLastStartedTime().getSeconds()).isZero();
  }

  @Test
  void cancelledPoll_getsNoTask() {
    OpenedPoll poll = new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);
    poll.cancel();
    service.awaitOpenPolls(QUEUE, 0);

    service.schedule(ActivitySpec.of("Type", QUEUE));

    assertThat(worker.poll().getAttempt()).isEqualTo(1);
    assertThatThrownBy(poll::answer).isInstanceOf(CompletionException.class);
  }

  @Test
  void endedPolls_areAnsweredWithoutATask() {
    OpenedPoll poll = new OpenedPoll(service);
    service.awaitOpenPolls(QUEUE, 1);

    assertThat(service.endPolls(QUEUE)).isEqualTo(1);

    assertThat(poll.answer()).isEqualTo(PollActivityTaskQueueResponse.getDefaultInstance());
  }

  @Test
  void shutdownWorker_endsThePollsOfThatWorkerNowAndLater() {
    OpenedPoll mine = new OpenedPoll(service, pollOf("mine"));
    OpenedPoll other = new OpenedPoll(service, pollOf("other"));
    service.awaitOpenPolls(QUEUE, 2);

    var unused =
        worker
            .stub()
            .shutdownWorker(
                ShutdownWorkerRequest.newBuilder()
                    .setNamespace(FakeTemporalService.NAMESPACE)
                    .setTaskQueue(QUEUE)
                    .setWorkerInstanceKey("mine")
                    .build());

    assertThat(mine.answer().getTaskToken().isEmpty()).isTrue();
    assertThat(new OpenedPoll(service, pollOf("mine")).answer().getTaskToken().isEmpty()).isTrue();
    assertThat(other.isAnswered()).isFalse();
    assertThat(service.openPolls(QUEUE)).isEqualTo(1);
  }

  @Test
  void pollWithoutOrWithAShortDeadline_isRefused() {
    var stub = WorkflowServiceGrpc.newBlockingStub(service.newChannel());

    assertThat(outcomeOf(() -> poll(stub, Worker.pollRequest(QUEUE))))
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(
            outcomeOf(
                () ->
                    poll(
                        stub.withDeadlineAfter(1900, TimeUnit.MILLISECONDS),
                        Worker.pollRequest(QUEUE))))
        .isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void pollWithoutNamespaceOrQueue_isRefused() {
    assertThat(refusal(Worker.pollRequest(QUEUE).toBuilder().clearNamespace()))
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(refusal(Worker.pollRequest(QUEUE).toBuilder().setNamespace("nowhere")))
        .isEqualTo("NOT_FOUND NamespaceNotFoundFailure");
    assertThat(refusal(Worker.pollRequest("").toBuilder())).isEqualTo("INVALID_ARGUMENT");
    assertThat(refusal(Worker.pollRequest("x".repeat(1001)).toBuilder()))
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(refusal(Worker.pollRequest(QUEUE).toBuilder().setIdentity("x".repeat(1001))))
        .isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void namespaces_haveTheirOwnQueues() {
    service.registerNamespace("second");
    service.schedule(ActivitySpec.of("Type", QUEUE).namespace("second"));
    OpenedPoll first = new OpenedPoll(service);
    OpenedPoll second =
        new OpenedPoll(
            service, Worker.pollRequest(QUEUE).toBuilder().setNamespace("second").build());

    assertThat(second.answer().getWorkflowNamespace()).isEqualTo("second");
    assertThat(first.isAnswered()).isFalse();
  }

  private String refusal(PollActivityTaskQueueRequest.Builder request) {
    return outcomeOf(() -> poll(worker.stub(), request.build()));
  }

  private static void poll(
      WorkflowServiceGrpc.WorkflowServiceBlockingStub stub, PollActivityTaskQueueRequest request) {
    var unused = stub.pollActivityTaskQueue(request);
  }

  private static PollActivityTaskQueueRequest pollOf(String workerInstanceKey) {
    return Worker.pollRequest(QUEUE).toBuilder().setWorkerInstanceKey(workerInstanceKey).build();
  }
}
