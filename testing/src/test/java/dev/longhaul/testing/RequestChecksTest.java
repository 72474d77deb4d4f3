package dev.longhaul.testing;

import static dev.longhaul.testing.FakeTemporalService.NAMESPACE;
import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.outcomeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import dev.longhaul.proto.enums.v1.NamespaceState;
import dev.longhaul.proto.errordetails.v1.NamespaceInvalidStateFailure;
import dev.longhaul.proto.errordetails.v1.NamespaceNotFoundFailure;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import io.grpc.StatusRuntimeException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused before the activity is looked at. */
class RequestChecksTest {
  private final FakeTemporalService service = FakeTemporalService.start();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));
  private final ByteString token = worker.pollToken();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void noToken_isInvalid() {
    refused(RespondActivityTaskCompletedRequest.getDefaultInstance(), "Task token not set");
  }

  @Test
  void unreadableToken_isInvalid() {
    refused(completed(ByteString.copyFromUtf8("garbage")).build(), "Error deserializing");
    refused(completed(token.concat(token)).build(), "Error deserializing");
  }

  @Test
  void tokenWithoutNamespace_isInvalid() {
    refused(completed(tokenOf("")).build(), "Namespace not set");
  }

  @Test
  void tokenOfAnUnknownNamespace_isNotFoundWithItsOwnDetail() {
    String other = UUID.randomUUID().toString();

    StatusRuntimeException e = refusal(completed(tokenOf(other)).build());

    assertThat(Worker.detail(e, NamespaceNotFoundFailure.class).getNamespace()).isEqualTo(other);
  }

  @Test
  void tokenOfAnotherNamespaceThanTheRequests_isInvalid() {
    service.registerNamespace("other");

    refused(completed(token).setNamespace("other").build(), "different namespace");
    assertThat(outcomeOf(() -> worker.call(completed(token).setNamespace(NAMESPACE).build())))
        .isEqualTo("OK");
  }

  @Test
  void byIdWithoutNamespace_isInvalid() {
    refused(byId().clearNamespace().build(), "Namespace not set");
  }

  @Test
  void byIdInUnknownNamespace_isNotFoundWithItsOwnDetail() {
    StatusRuntimeException e = refusal(byId().setNamespace("nowhere").build());

    assertThat(Worker.detail(e, NamespaceNotFoundFailure.class).getNamespace())
        .isEqualTo("nowhere");
  }

  @Test
  void deletedNamespace_isAFailedPrecondition() {
    service.deleteNamespace(NAMESPACE);

    StatusRuntimeException e = refusal(completed(token).build());

    assertThat(e.getStatus().getCode().name()).isEqualTo("FAILED_PRECONDITION");
    assertThat(Worker.detail(e, NamespaceInvalidStateFailure.class).getState())
        .isEqualTo(NamespaceState.NAMESPACE_STATE_DELETED);
  }

  @Test
  void byIdWithoutActivityOrWorkflow_isInvalid() {
    refused(byId().clearActivityId().build(), "ActivityId is not set");
    refused(byId().clearWorkflowId().build(), "WorkflowId is not set");
  }

  @Test
  void longIdentity_isInvalidButNotForHeartbeats() {
    String identity = "x".repeat(1001);

    refused(completed(token).setIdentity(identity).build(), "Identity length exceeds limit.");
    assertThat(
            outcomeOf(
                () ->
                    worker.call(
                        RecordActivityTaskHeartbeatRequest.newBuilder()
                            .setTaskToken(token)
                            .setIdentity(identity)
                            .build())))
        .isEqualTo("OK");
  }

  @Test
  void failureWithoutApplicationInfo_isInvalidByTokenOnly() {
    Failure failure = Failure.newBuilder().setMessage("plain").build();

    refused(
        RespondActivityTaskFailedRequest.newBuilder()
            .setTaskToken(token)
            .setFailure(failure)
            .build(),
        "Failure must have ApplicationFailureInfo.");
    assertThat(
            outcomeOf(
                () ->
                    worker.call(
                        RespondActivityTaskFailedByIdRequest.newBuilder()
                            .setNamespace(NAMESPACE)
                            .setWorkflowId(activity.workflowId())
                            .setActivityId(activity.activityId())
                            .setFailure(failure)
                            .build())))
        .isEqualTo("OK");
  }

  @Test
  void runIdThatIsNoUuid_isInvalid() {
    refused(byId().setRunId("run").build(), "RunId is not valid UUID.");
  }

  @Test
  void byIdWithoutRunId_meansTheCurrentRun() {
    assertThat(outcomeOf(() -> worker.call(byId().clearRunId().build()))).isEqualTo("OK");
  }

  @Test
  void messageOverFourMebibytes_isExhaustedWithoutDetail() {
    StatusRuntimeException e =
        refusal(completed(token).setResult(Worker.payloads("x".repeat(5 << 20))).build());

    assertThat(e.getStatus().getDescription()).contains("received message larger than max");
    assertThat(
            outcomeOf(
                () -> {
                  throw e;
                }))
        .isEqualTo("RESOURCE_EXHAUSTED");
  }

  private void refused(Message request, String text) {
    StatusRuntimeException e = refusal(request);
    assertThat(e).hasMessageStartingWith("INVALID_ARGUMENT: ").hasMessageContaining(text);
  }

  private StatusRuntimeException refusal(Message request) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> worker.call(request));
  }

  private ByteString tokenOf(String namespaceId) {
    return new TokenContent(namespaceId, activity.workflowId(), activity.runId(), 5, 1).encode();
  }

  private static RespondActivityTaskCompletedRequest.Builder completed(ByteString token) {
    return RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token);
  }

  private RespondActivityTaskCompletedByIdRequest.Builder byId() {
    return RespondActivityTaskCompletedByIdRequest.newBuilder()
        .setNamespace(NAMESPACE)
        .setWorkflowId(activity.workflowId())
        .setRunId(activity.runId())
        .setActivityId(activity.activityId());
  }
}
