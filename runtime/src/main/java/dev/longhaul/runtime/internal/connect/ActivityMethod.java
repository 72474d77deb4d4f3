package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.TaskToken;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.manage.Answer.Acknowledged;
import io.grpc.MethodDescriptor;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of the four calls on an activity: a method of the service by token and one by ids. Their
 * answers are the same on the wire, so that one type stands for both. Immutable.
 *
 * @param <A> the answer
 */
final class ActivityMethod<A> {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityMethod.class);

  static final ActivityMethod<RecordActivityTaskHeartbeatResponse> HEARTBEAT =
      of(
          "heartbeat",
          WorkflowServiceGrpc.getRecordActivityTaskHeartbeatMethod(),
          WorkflowServiceGrpc.getRecordActivityTaskHeartbeatByIdMethod(),
          (activity, answer) ->
              new Acknowledged(
                  answer.getCancelRequested(),
                  answer.getActivityPaused(),
                  answer.getActivityReset()));

  static final ActivityMethod<RespondActivityTaskCompletedResponse> COMPLETE =
      of(
          "complete",
          WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskCompletedByIdMethod(),
          (activity, answer) -> Acknowledged.PLAIN);

  static final ActivityMethod<RespondActivityTaskFailedResponse> FAIL =
      of(
          "fail",
          WorkflowServiceGrpc.getRespondActivityTaskFailedMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskFailedByIdMethod(),
          ActivityMethod::failed);

  static final ActivityMethod<RespondActivityTaskCanceledResponse> CANCEL =
      of(
          "report the cancellation of",
          WorkflowServiceGrpc.getRespondActivityTaskCanceledMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskCanceledByIdMethod(),
          (activity, answer) -> Acknowledged.PLAIN);

  private final String verb;
  private final MethodDescriptor<ActivityRequest, A> byToken;
  private final MethodDescriptor<ActivityRequest, A> byId;
  private final BiFunction<ActivityReference, A, Acknowledged> acknowledged;

  private ActivityMethod(
      String verb,
      MethodDescriptor<ActivityRequest, A> byToken,
      MethodDescriptor<ActivityRequest, A> byId,
      BiFunction<ActivityReference, A, Acknowledged> acknowledged) {
    this.verb = verb;
    this.byToken = byToken;
    this.byId = byId;
    this.acknowledged = acknowledged;
  }

  /** For messages: "could not (verb) activity 0123456789ab". */
  String verb() {
    return verb;
  }

  /** What the answer says. */
  Acknowledged acknowledged(ActivityReference activity, A answer) {
    return acknowledged.apply(activity, answer);
  }

  MethodDescriptor<ActivityRequest, A> to(ActivityReference activity) {
    return activity instanceof TaskToken ? byToken : byId;
  }

  private static <A> ActivityMethod<A> of(
      String verb,
      MethodDescriptor<?, A> byToken,
      MethodDescriptor<?, ?> byId,
      BiFunction<ActivityReference, A, Acknowledged> acknowledged) {
    var answers = byToken.getResponseMarshaller();
    return new ActivityMethod<>(
        verb,
        byToken.toBuilder(ActivityRequest.MARSHALLER, answers).build(),
        byId.toBuilder(ActivityRequest.MARSHALLER, answers).build(),
        acknowledged);
  }

  private static Acknowledged failed(
      ActivityReference activity, RespondActivityTaskFailedResponse answer) {
    if (answer.getFailuresCount() > 0) {
      LOG.warn(
          "activity {} failed as reported, but the server dropped a part of the report: {}",
          activity.digest(),
          answer.getFailuresList().stream().map(Failure::getMessage).toList());
    }
    return Acknowledged.PLAIN;
  }
}
