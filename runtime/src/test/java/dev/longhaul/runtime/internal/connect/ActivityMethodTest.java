package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCanceledResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedByIdResponse;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedResponse;
import io.grpc.Drainable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that are written without the generated messages are those messages. */
class ActivityMethodTest {
  private static final TaskToken TOKEN = TaskToken.of(new byte[] {1, 0, -1});
  private static final FullActivityId ID = FullActivityId.of("namespace", "wörk/flow", "run", "5");
  private static final FullActivityId STANDALONE = FullActivityId.standalone("namespace", "5");
  private static final Payloads PAYLOADS =
      Payloads.newBuilder()
          .addPayloads(
              Payload.newBuilder()
                  .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                  .setData(ByteString.copyFromUtf8("17")))
          .build();
  private static final Failure FAILURE = Failure.newBuilder().setMessage("broken").build();

  private final Requests requests =
      new Requests(
          Identity.of("namespace", "somebody", Optional.empty()),
          ConnectionOptions.DEFAULT_MAX_REQUEST_BYTES);

  static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of(
            TOKEN,
            PAYLOADS,
            RecordActivityTaskHeartbeatRequest.newBuilder()
                .setTaskToken(token())
                .setDetails(PAYLOADS)
                .setIdentity("somebody")
                .setNamespace("namespace")
                .build()),
        Arguments.of(
            TOKEN,
            PAYLOADS,
            RespondActivityTaskCompletedRequest.newBuilder()
                .setTaskToken(token())
                .setResult(PAYLOADS)
                .setIdentity("somebody")
                .setNamespace("namespace")
                .build()),
        Arguments.of(
            TOKEN,
            FAILURE,
            RespondActivityTaskFailedRequest.newBuilder()
                .setTaskToken(token())
                .setFailure(FAILURE)
                .setIdentity("somebody")
                .setNamespace("namespace")
                .setLastHeartbeatDetails(PAYLOADS)
                .build()),
        Arguments.of(
            TOKEN,
            PAYLOADS,
            RespondActivityTaskCanceledRequest.newBuilder()
                .setTaskToken(token())
                .setDetails(PAYLOADS)
                .setIdentity("somebody")
                .setNamespace("namespace")
                .build()),
        Arguments.of(
            ID,
            PAYLOADS,
            RecordActivityTaskHeartbeatByIdRequest.newBuilder()
                .setNamespace("namespace")
                .setWorkflowId("wörk/flow")
                .setRunId("run")
                .setActivityId("5")
                .setDetails(PAYLOADS)
                .setIdentity("somebody")
                .build()),
        Arguments.of(
            ID,
            PAYLOADS,
            RespondActivityTaskCompletedByIdRequest.newBuilder()
                .setNamespace("namespace")
                .setWorkflowId("wörk/flow")
                .setRunId("run")
                .setActivityId("5")
                .setResult(PAYLOADS)
                .setIdentity("somebody")
                .build()),
        Arguments.of(
            ID,
            FAILURE,
            RespondActivityTaskFailedByIdRequest.newBuilder()
                .setNamespace("namespace")
                .setWorkflowId("wörk/flow")
                .setRunId("run")
                .setActivityId("5")
                .setFailure(FAILURE)
                .setIdentity("somebody")
                .setLastHeartbeatDetails(PAYLOADS)
                .build()),
        Arguments.of(
            ID,
            PAYLOADS,
            RespondActivityTaskCanceledByIdRequest.newBuilder()
                .setNamespace("namespace")
                .setWorkflowId("wörk/flow")
                .setRunId("run")
                .setActivityId("5")
                .setDetails(PAYLOADS)
                .setIdentity("somebody")
                .build()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void request_isTheGeneratedMessage(ActivityReference activity, Message content, Message expected)
      throws IOException {
    Bytes lastDetails = content == FAILURE ? bytes(PAYLOADS) : null;

    byte[] sent = requests.about(activity, bytes(content), lastDetails).toByteArray();

    assertThat(expected.getParserForType().parseFrom(sent)).isEqualTo(expected);
    assertThat(sent).isEqualTo(expected.toByteArray());
  }

  @Test
  void whatIsMissing_isNotSent() throws IOException {
    byte[] sent = requests.about(STANDALONE, null, null).toByteArray();

    RespondActivityTaskCompletedByIdRequest request =
        RespondActivityTaskCompletedByIdRequest.parseFrom(sent);
    assertThat(request.hasResult()).isFalse();
    assertThat(request)
        .isEqualTo(
            RespondActivityTaskCompletedByIdRequest.newBuilder()
                .setNamespace("namespace")
                .setActivityId("5")
                .setIdentity("somebody")
                .build());
  }

  // No payloads at all is a value; no message is none.
  @Test
  void emptyMessage_isSent() throws IOException {
    byte[] sent = requests.about(TOKEN, Bytes.empty(), null).toByteArray();

    assertThat(RespondActivityTaskCompletedRequest.parseFrom(sent).hasResult()).isTrue();
  }

  @Test
  void request_isDrainedInOnePiece() throws IOException {
    ActivityRequest request = requests.about(TOKEN, bytes(PAYLOADS), null);
    InputStream stream = ActivityRequest.MARSHALLER.stream(request);
    ByteArrayOutputStream target = new ByteArrayOutputStream();

    assertThat(stream.available()).isEqualTo(request.toByteArray().length);
    assertThat(((Drainable) stream).drainTo(target)).isEqualTo(target.size());

    assertThat(target.toByteArray()).isEqualTo(request.toByteArray());
    assertThat(stream.read()).isEqualTo(-1);
  }

  @Test
  void request_printsItsSizeAlone() {
    ActivityRequest request = requests.about(TOKEN, bytes(PAYLOADS), null);

    assertThat(request).hasToString("ActivityRequest[" + request.toByteArray().length + " bytes]");
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(
            RecordActivityTaskHeartbeatResponse.getDefaultInstance(),
            RecordActivityTaskHeartbeatByIdResponse.getDefaultInstance()),
        Arguments.of(
            RespondActivityTaskCompletedResponse.getDefaultInstance(),
            RespondActivityTaskCompletedByIdResponse.getDefaultInstance()),
        Arguments.of(
            RespondActivityTaskFailedResponse.getDefaultInstance(),
            RespondActivityTaskFailedByIdResponse.getDefaultInstance()),
        Arguments.of(
            RespondActivityTaskCanceledResponse.getDefaultInstance(),
            RespondActivityTaskCanceledByIdResponse.getDefaultInstance()));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersByTokenAndById_areTheSameOnTheWire(Message byToken, Message byId) {
    assertThat(fields(byToken)).isEqualTo(fields(byId));
  }

  private static List<String> fields(Message message) {
    return message.getDescriptorForType().getFields().stream()
        .map(ActivityMethodTest::described)
        .toList();
  }

  private static String described(FieldDescriptor field) {
    return field.getNumber()
        + " "
        + field.getType()
        + (field.isRepeated() ? " repeated " : " ")
        + field.getName();
  }

  private static Bytes bytes(Message message) {
    return Bytes.copyOf(message.toByteArray());
  }

  private static ByteString token() {
    return ByteString.copyFrom(TOKEN.toByteArray());
  }
}
