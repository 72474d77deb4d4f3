package dev.longhaul.testing;

import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityRequest.ById;
import dev.longhaul.testing.ActivityRequest.ByToken;
import dev.longhaul.testing.ActivityTable.Address;
import dev.longhaul.testing.ActivityTable.State;
import dev.longhaul.testing.SizeLimits.Sized;
import org.jspecify.annotations.Nullable;

/** Heartbeats and outcomes as they arrive. Used under the service's lock. */
final class ActivityCalls {
  private final Namespaces namespaces;
  private final Workflows workflows;
  private final Lifecycle lifecycle;
  private final SizeLimits limits;

  ActivityCalls(
      Namespaces namespaces, Workflows workflows, Lifecycle lifecycle, SizeLimits limits) {
    this.namespaces = namespaces;
    this.workflows = workflows;
    this.lifecycle = lifecycle;
    this.limits = limits;
  }

  /** Throws what the server would refuse with. */
  ActivityAnswer answer(ActivityRequest request) {
    RequestChecks.apply(request, namespaces);
    Sized sized = limits.apply(request);
    ActivityAnswer answer = accept(find(sized.request()), sized.request());
    return sized.answer() == null ? answer : sized.answer();
  }

  /** What the request is about, as far as it is there. */
  private record Found(State state, Address address, @Nullable ActivityExecution activity) {}

  private Found find(ActivityRequest request) {
    String namespaceId = RequestChecks.namespaceOf(request, namespaces).id();
    if (request.target() instanceof ById id) {
      boolean standalone = id.workflowId().isEmpty();
      WorkflowRun run =
          standalone
              ? workflows.findStandalone(namespaceId, id.activityId(), id.runId())
              : workflows.find(namespaceId, id.workflowId(), id.runId());
      if (run == null) {
        return unknown(standalone, Address.ID);
      }
      return found(run, run.byId(id.activityId()), Address.ID);
    }
    TokenContent token = ((ByToken) request.target()).readable();
    WorkflowRun run = workflows.find(namespaceId, token.workflowId(), token.runId());
    if (run == null) {
      return unknown(token.workflowId().isEmpty(), Address.OLD_TOKEN);
    }
    ActivityExecution activity = run.byEventId(token.scheduledEventId());
    boolean current = activity != null && activity.attempt == token.attempt();
    return found(run, activity, current ? Address.CURRENT_TOKEN : Address.OLD_TOKEN);
  }

  private static Found unknown(boolean standalone, Address address) {
    State state = standalone ? State.STANDALONE_UNKNOWN : State.WORKFLOW_UNKNOWN;
    return new Found(state, address, null);
  }

  private static Found found(
      WorkflowRun run, @Nullable ActivityExecution activity, Address address) {
    if (!run.isOpen()) {
      State state = run.isStandalone() ? State.STANDALONE_CLOSED : State.WORKFLOW_CLOSED;
      return new Found(state, address, null);
    } else if (activity == null) {
      return new Found(State.NOT_PENDING, address, null);
    }
    return new Found(activity.state(), address, activity);
  }

  private ActivityAnswer accept(Found found, ActivityRequest request) {
    return switch (ActivityTable.answer(found.state(), request.call(), found.address())) {
      case NOT_FOUND -> throw notFound(found.state());
      case NOT_REQUESTED ->
          throw Refusals.invalidArgument(
              "unable to mark activity as canceled without activity being request canceled first");
      case INVALID_TRANSITION ->
          throw Refusals.failedPrecondition("invalid transition from Completed");
      case OK -> {
        if (found.activity() == null) {
          throw new IllegalStateException("the table accepts a call on no activity: " + found);
        }
        yield apply(found.activity(), request);
      }
    };
  }

  private ActivityAnswer apply(ActivityExecution activity, ActivityRequest request) {
    String identity = request.identity();
    ActivityAnswer flags = activity.flags();
    switch (request.call()) {
      case HEARTBEAT -> lifecycle.heartbeat(activity, request);
      case COMPLETE ->
          lifecycle.close(activity, new ActivityOutcome.Completed(request.payloads(), identity));
      case CANCEL ->
          lifecycle.close(activity, new ActivityOutcome.Cancelled(request.payloads(), identity));
      case FAIL -> fail(activity, request);
    }
    return flags;
  }

  private void fail(ActivityExecution activity, ActivityRequest request) {
    if (request.lastHeartbeatDetails() != null) {
      activity.details = request.lastHeartbeatDetails();
    }
    Failure failure = request.failure();
    lifecycle.fail(
        activity, failure == null ? Failure.getDefaultInstance() : failure, request.identity());
  }

  private static RuntimeException notFound(State state) {
    return Refusals.notFound(
        switch (state) {
          case WORKFLOW_UNKNOWN -> "workflow execution not found";
          case WORKFLOW_CLOSED -> "workflow execution already completed";
          case STANDALONE_CLOSED, STANDALONE_UNKNOWN -> "activity not found";
          default ->
              "invalid activityID or activity already timed out or invoking workflow is completed";
        });
  }
}
