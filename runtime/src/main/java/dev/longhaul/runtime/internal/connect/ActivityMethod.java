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
import java.util.OptionalInt;
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
  private static final int NO_FIELD = 0;

  static final ActivityMethod<RecordActivityTaskHeartbeatResponse> HEARTBEAT =
      of(
          "heartbeat",
          NO_FIELD,
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
          7,
          WorkflowServiceGrpc.getRespondActivityTaskCompletedMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskCompletedByIdMethod(),
          (activity, answer) -> Acknowledged.PLAIN);

  static final ActivityMethod<RespondActivityTaskFailedResponse> FAIL =
      of(
          "fail",
          8,
          WorkflowServiceGrpc.getRespondActivityTaskFailedMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskFailedByIdMethod(),
          ActivityMethod::failed);

  static final ActivityMethod<RespondActivityTaskCanceledResponse> CANCEL =
      of(
          "report the cancellation of",
          7,
          WorkflowServiceGrpc.getRespondActivityTaskCanceledMethod(),
          WorkflowServiceGrpc.getRespondActivityTaskCanceledByIdMethod(),
          (activity, answer) -> Acknowledged.PLAIN);

  private final String verb;
  private final int deploymentField;
  private final MethodDescriptor<ActivityRequest, A> byToken;
  private final MethodDescriptor<ActivityRequest, A> byId;
  private final BiFunction<ActivityReference, A, Acknowledged> acknowledged;

  private ActivityMethod(
      String verb,
      int deploymentField,
      MethodDescriptor<ActivityRequest, A> byToken,
      MethodDescriptor<ActivityRequest, A> byId,
      BiFunction<ActivityReference, A, Acknowledged> acknowledged) {
    this.verb = verb;
    this.deploymentField = deploymentField;
    this.byToken = byToken;
    this.byId = byId;
    this.acknowledged = acknowledged;
  }

  /** For messages: "could not (verb) activity 0123456789ab". */
  String verb() {
    return verb;
  }

  /** The number of the field that names the worker deployment, if requests to this have one. */
  OptionalInt deploymentField(ActivityReference activity) {
    return activity instanceof TaskToken && deploymentField != NO_FIELD
        ? OptionalInt.of(deploymentField)
        : OptionalInt.empty();
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
      int deploymentField,
      MethodDescriptor<?, A> byToken,
      MethodDescriptor<?, ?> byId,
      BiFunction<ActivityReference, A, Acknowledged> acknowledged) {
    var answers = byToken.getResponseMarshaller();
    return new ActivityMethod<>(
        verb,
        deploymentField,
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
