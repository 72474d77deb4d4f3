package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.testing.ActivityTable.Call;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An activity that a worker got.
 *
 * @param task the worker's task; another attempt's after {@link #next}
 */
record Running(
    TestedServer server,
    TestedActivity activity,
    String queue,
    PollActivityTaskQueueResponse task) {
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  static Running of(TestedServer server) {
    return of(server, spec -> spec);
  }

  static Running of(TestedServer server, UnaryOperator<ActivitySpec> options) {
    String queue = UUID.randomUUID().toString();
    ActivitySpec spec = ActivitySpec.of("Type", queue).workflowId(queue);
    TestedActivity activity = server.schedule(options.apply(spec));
    return new Running(server, activity, queue, polled(server, queue));
  }

  private static PollActivityTaskQueueResponse polled(TestedServer server, String queue) {
    PollActivityTaskQueueResponse task = new Worker(server.channel()).poll(queue);
    if (task.getTaskToken().isEmpty()) {
      throw new AssertionError("no task came");
    }
    return task;
  }

  Worker worker() {
    return new Worker(server.channel());
  }

  ByteString token() {
    return task.getTaskToken();
  }

  /** Fails this attempt; the next one becomes due after the delay. */
  void fail(Duration nextRetryDelay) {
    worker().fail(token(), Worker.failure("Broken", nextRetryDelay));
  }

  /** Fails this attempt and gets the next one. */
  Running next() {
    fail(AT_ONCE);
    server.pass(AT_ONCE);
    return awaitNext();
  }

  /** Gets the next attempt, which something else brought about. */
  Running awaitNext() {
    return new Running(server, activity, queue, polled(server, queue));
  }

  /** What a poll of three seconds gets now. */
  String polled() {
    PollActivityTaskQueueResponse answer =
        WorkflowServiceGrpc.newBlockingStub(server.channel())
            .withDeadlineAfter(4, TimeUnit.SECONDS)
            .pollActivityTaskQueue(Worker.pollRequest(queue));
    if (answer.getTaskToken().isEmpty()) {
      return "no attempt";
    }
    return "attempt " + answer.getAttempt() + (answer.hasHeartbeatDetails() ? ", details" : "");
  }

  Message.Builder byToken(Call call) {
    return Requests.byToken(call, token());
  }

  Message.Builder byId(Call call) {
    return Requests.byId(call, activity.workflowId(), activity.runId(), activity.activityId());
  }

  String namespaceId() {
    return worker()
        .stub()
        .describeNamespace(
            DescribeNamespaceRequest.newBuilder()
                .setNamespace(FakeTemporalService.NAMESPACE)
                .build())
        .getNamespaceInfo()
        .getId();
  }

  PendingActivityInfo pending() {
    return activity.pending().orElseThrow();
  }

  String closedAs() {
    return activity.closing().how();
  }

  /** State and attempt of the pending activity, or how it was closed. */
  String standing() {
    return activity
        .pending()
        .map(info -> Enums.shortened(info.getState()) + " " + info.getAttempt())
        .orElseGet(() -> activity.closing().toString());
  }
}
