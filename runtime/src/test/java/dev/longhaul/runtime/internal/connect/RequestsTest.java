package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.proto.common.v1.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskFailedRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RequestsTest {
  private static final int MIB = 1024 * 1024;
  private static final int MAX = ConnectionOptions.DEFAULT_MAX_REQUEST_BYTES;
  private static final TaskToken TOKEN = TaskToken.of(new byte[] {1});

  private final Requests requests =
      new Requests(Identity.of("namespace", "x".repeat(1000), Optional.empty()), MAX);

  // Each is within the namespace's limit; both together never get to the server, on no try.
  @Test
  void lastDetails_stayOut_whereFailureAndDetailsAreTooLargeTogether() throws Exception {
    RespondActivityTaskFailedRequest request = failed(2 * MIB, 2 * MIB);

    assertThat(request.getSerializedSize()).isLessThan(MAX);
    assertThat(request.getFailure().getMessage()).hasSize(2 * MIB);
    assertThat(request.hasLastHeartbeatDetails()).isFalse();
  }

  @Test
  void lastDetails_areSent_whereThereIsRoom() throws Exception {
    RespondActivityTaskFailedRequest request = failed(2 * MIB, MIB);

    assertThat(request.getSerializedSize()).isLessThan(MAX);
    assertThat(request.hasLastHeartbeatDetails()).isTrue();
  }

  private RespondActivityTaskFailedRequest failed(int messageBytes, int detailBytes)
      throws Exception {
    Failure failure = Failure.newBuilder().setMessage("x".repeat(messageBytes)).build();
    Payloads details =
        Payloads.newBuilder()
            .addPayloads(Payload.newBuilder().setData(ByteString.copyFrom(new byte[detailBytes])))
            .build();
    return RespondActivityTaskFailedRequest.parseFrom(
        requests
            .about(TOKEN, Bytes.copyOf(failure.toByteArray()), Bytes.copyOf(details.toByteArray()))
            .toByteArray());
  }
}
