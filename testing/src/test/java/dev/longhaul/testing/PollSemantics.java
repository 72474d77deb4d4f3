package dev.longhaul.testing;

import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How polls are refused, and how they end without a task. */
interface PollSemantics {
  TestedServer server();

  @TestFactory
  default Stream<DynamicTest> refusalsOfPolls() {
    PollActivityTaskQueueRequest poll = Worker.pollRequest("queue");
    String tooLong = "x".repeat(1001);
    return Stream.of(
        row("without deadline", "INVALID_ARGUMENT; Context timeout is not set.", this::stub, poll),
        row(
            "with less than two seconds left",
            "FAILED_PRECONDITION; Context timeout is too short.",
            () -> within(1900),
            poll),
        refused("no namespace", "INVALID_ARGUMENT", poll.toBuilder().clearNamespace()),
        refused(
            "an unknown namespace",
            "NOT_FOUND NamespaceNotFoundFailure",
            poll.toBuilder().setNamespace("nowhere")),
        refused("a long namespace", "INVALID_ARGUMENT", poll.toBuilder().setNamespace(tooLong)),
        refused("no task queue", "INVALID_ARGUMENT", poll.toBuilder().clearTaskQueue()),
        refused("an empty task queue", "INVALID_ARGUMENT", of("")),
        refused("a long task queue", "INVALID_ARGUMENT", of(tooLong)),
        refused("a task queue of the system", "INVALID_ARGUMENT", of("/_sys/queue")),
        refused("a long identity", "INVALID_ARGUMENT", poll.toBuilder().setIdentity(tooLong)));
  }

  @TestFactory
  default Stream<DynamicTest> endsOfPolls() {
    return Stream.of(
        Row.test(
            "poll of a queue without tasks, before its deadline",
            "OK; no task",
            () -> answer(() -> within(3000).pollActivityTaskQueue(Worker.pollRequest(unique())))),
        Row.test("poll of a worker that is shut down meanwhile", "OK; no task", this::shutDown),
        Row.test(
            "poll of a worker that was shut down before", "OK; no task", this::shutDownBefore));
  }

  private String shutDown() {
    PollActivityTaskQueueRequest mine = ofWorker(unique());
    OpenedPoll poll = new OpenedPoll(server().channel(), mine);
    server().awaitPoll(mine.getTaskQueue().getName());
    shutDown(mine);
    return answer(poll::answer);
  }

  private String shutDownBefore() {
    PollActivityTaskQueueRequest mine = ofWorker(unique());
    shutDown(mine);
    return answer(() -> within(9000).pollActivityTaskQueue(mine));
  }

  private void shutDown(PollActivityTaskQueueRequest poll) {
    var unused =
        within(9000)
            .shutdownWorker(
                ShutdownWorkerRequest.newBuilder()
                    .setNamespace(FakeTemporalService.NAMESPACE)
                    .setTaskQueue(poll.getTaskQueue().getName())
                    .setWorkerInstanceKey(poll.getWorkerInstanceKey())
                    .build());
  }

  private static String answer(Supplier<PollActivityTaskQueueResponse> poll) {
    StringBuilder task = new StringBuilder();
    String outcome =
        Worker.outcomeOf(
            () -> task.append(poll.get().getTaskToken().isEmpty() ? "no task" : "a task"));
    return outcome + "; " + task;
  }

  private DynamicTest refused(
      String what, String expected, PollActivityTaskQueueRequest.Builder request) {
    return row("with " + what, expected, () -> within(9000), request.build());
  }

  private static DynamicTest row(
      String what,
      String expected,
      Supplier<WorkflowServiceBlockingStub> stub,
      PollActivityTaskQueueRequest request) {
    return Row.answer(
        "poll " + what,
        expected,
        () -> {
          var unused = stub.get().pollActivityTaskQueue(request);
        });
  }

  private static PollActivityTaskQueueRequest.Builder of(String queue) {
    return Worker.pollRequest(queue).toBuilder();
  }

  private static PollActivityTaskQueueRequest ofWorker(String key) {
    return of(unique()).setWorkerInstanceKey(key).build();
  }

  private static String unique() {
    return UUID.randomUUID().toString();
  }

  private WorkflowServiceBlockingStub within(long millis) {
    return stub().withDeadlineAfter(millis, TimeUnit.MILLISECONDS);
  }

  private WorkflowServiceBlockingStub stub() {
    return WorkflowServiceGrpc.newBlockingStub(server().channel());
  }
}
