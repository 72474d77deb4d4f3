package dev.longhaul.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.testing.ActivityTable.Call;

/** The requests of the eight activity calls, by the names of the fields that they share. */
final class Requests {
  private Requests() {}

  static Message.Builder byToken(Call call, ByteString token) {
    return set(emptyByToken(call), "task_token", token);
  }

  static Message.Builder byId(Call call, String workflowId, String runId, String activityId) {
    Message.Builder request = emptyById(call);
    set(request, "namespace", FakeTemporalService.NAMESPACE);
    set(request, "workflow_id", workflowId);
    set(request, "run_id", runId);
    return set(request, "activity_id", activityId);
  }

  @CanIgnoreReturnValue
  static Message.Builder set(Message.Builder request, String field, Object value) {
    return request.setField(request.getDescriptorForType().findFieldByName(field), value);
  }

  private static Message.Builder emptyByToken(Call call) {
    return switch (call) {
      case HEARTBEAT -> RecordActivityTaskHeartbeatRequest.newBuilder();
      case COMPLETE -> RespondActivityTaskCompletedRequest.newBuilder();
      case FAIL -> RespondActivityTaskFailedRequest.newBuilder();
      case CANCEL -> RespondActivityTaskCanceledRequest.newBuilder();
    };
  }

  private static Message.Builder emptyById(Call call) {
    return switch (call) {
      case HEARTBEAT -> RecordActivityTaskHeartbeatByIdRequest.newBuilder();
      case COMPLETE -> RespondActivityTaskCompletedByIdRequest.newBuilder();
      case FAIL -> RespondActivityTaskFailedByIdRequest.newBuilder();
      case CANCEL -> RespondActivityTaskCanceledByIdRequest.newBuilder();
    };
  }
}
