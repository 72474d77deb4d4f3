package dev.longhaul.testing;

import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.testing.ActivityRequest.ById;
import dev.longhaul.testing.ActivityRequest.ByToken;
import dev.longhaul.testing.ActivityTable.Call;

/** The messages of the eight activity calls in the one shape that the service works with. */
final class ActivityMessages {
  private ActivityMessages() {}

  static ActivityRequest of(RecordActivityTaskHeartbeatRequest r) {
    return new ActivityRequest(
        Call.HEARTBEAT,
        new ByToken(r.getTaskToken()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasDetails() ? r.getDetails() : null,
        null,
        null);
  }

  static ActivityRequest of(RecordActivityTaskHeartbeatByIdRequest r) {
    return new ActivityRequest(
        Call.HEARTBEAT,
        new ById(r.getWorkflowId(), r.getRunId(), r.getActivityId()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasDetails() ? r.getDetails() : null,
        null,
        null);
  }

  static ActivityRequest of(RespondActivityTaskCompletedRequest r) {
    return new ActivityRequest(
        Call.COMPLETE,
        new ByToken(r.getTaskToken()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasResult() ? r.getResult() : null,
        null,
        null);
  }

  static ActivityRequest of(RespondActivityTaskCompletedByIdRequest r) {
    return new ActivityRequest(
        Call.COMPLETE,
        new ById(r.getWorkflowId(), r.getRunId(), r.getActivityId()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasResult() ? r.getResult() : null,
        null,
        null);
  }

  static ActivityRequest of(RespondActivityTaskFailedRequest r) {
    return new ActivityRequest(
        Call.FAIL,
        new ByToken(r.getTaskToken()),
        r.getNamespace(),
        r.getIdentity(),
        null,
        r.hasFailure() ? r.getFailure() : null,
        r.hasLastHeartbeatDetails() ? r.getLastHeartbeatDetails() : null);
  }

  static ActivityRequest of(RespondActivityTaskFailedByIdRequest r) {
    return new ActivityRequest(
        Call.FAIL,
        new ById(r.getWorkflowId(), r.getRunId(), r.getActivityId()),
        r.getNamespace(),
        r.getIdentity(),
        null,
        r.hasFailure() ? r.getFailure() : null,
        r.hasLastHeartbeatDetails() ? r.getLastHeartbeatDetails() : null);
  }

  static ActivityRequest of(RespondActivityTaskCanceledRequest r) {
    return new ActivityRequest(
        Call.CANCEL,
        new ByToken(r.getTaskToken()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasDetails() ? r.getDetails() : null,
        null,
        null);
  }

  static ActivityRequest of(RespondActivityTaskCanceledByIdRequest r) {
    return new ActivityRequest(
        Call.CANCEL,
        new ById(r.getWorkflowId(), r.getRunId(), r.getActivityId()),
        r.getNamespace(),
        r.getIdentity(),
        r.hasDetails() ? r.getDetails() : null,
        null,
        null);
  }

  static RecordActivityTaskHeartbeatResponse heartbeat(ActivityAnswer answer) {
    return RecordActivityTaskHeartbeatResponse.newBuilder()
        .setCancelRequested(answer.cancelRequested())
        .setActivityPaused(answer.paused())
        .setActivityReset(answer.reset())
        .build();
  }

  static RecordActivityTaskHeartbeatByIdResponse heartbeatById(ActivityAnswer answer) {
    return RecordActivityTaskHeartbeatByIdResponse.newBuilder()
        .setCancelRequested(answer.cancelRequested())
        .setActivityPaused(answer.paused())
        .setActivityReset(answer.reset())
        .build();
  }
}
