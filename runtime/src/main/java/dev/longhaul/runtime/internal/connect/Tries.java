package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Single calls about activities. They start without blocking; their futures complete on a network
 * thread, and fail with what {@link RpcFailure} reads. Thread-safe.
 */
final class Tries {
  private final Calls calls;
  private final Requests requests;

  Tries(Calls calls, Requests requests) {
    this.calls = calls;
    this.requests = requests;
  }

  /** Sends a heartbeat or an outcome. */
  CompletableFuture<Acknowledged> send(
      Report report, ActivityReference activity, Duration deadline) {
    return send(report.method(), activity, requests.of(report, activity), deadline);
  }

  private <A> CompletableFuture<Acknowledged> send(
      ActivityMethod<A> method,
      ActivityReference activity,
      ActivityRequest request,
      Duration deadline) {
    return calls
        .start(method.to(activity), request, deadline)
        .thenApply(answer -> method.acknowledged(activity, answer));
  }

  /** Asks what the server knows of an activity: of its run, or of the current one. */
  CompletableFuture<Sighting> look(FullActivityId id, Duration deadline) {
    if (id.isStandalone()) {
      return calls
          .start(
              WorkflowServiceGrpc.getDescribeActivityExecutionMethod(),
              requests.describeStandalone(id),
              deadline)
          .thenApply(Sighting::of);
    }
    return calls
        .start(
            WorkflowServiceGrpc.getDescribeWorkflowExecutionMethod(),
            requests.describe(id),
            deadline)
        .thenApply(run -> Sighting.of(run, id.activityId()));
  }

  /** What the history of its run says of an activity. */
  ActivityHistory history(FullActivityId id) {
    return new ActivityHistory(calls, requests, id);
  }
}
