package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.longhaul.proto.workflowservice.v1.RecordActivityTaskHeartbeatRequest;
import dev.longhaul.proto.workflowservice.v1.RespondActivityTaskCompletedRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedTokensTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 65_536, 999_999})
  void activity_isFoundInHeartbeatsAndCompletions(int activity) throws IOException {
    ByteString token = ByteString.copyFrom(WatchedTokens.token(activity));
    assertThat(
            activity(
                RecordActivityTaskHeartbeatRequest.newBuilder()
                    .setTaskToken(token)
                    .setIdentity("somebody")
                    .build()))
        .isEqualTo(activity);
    assertThat(
            activity(RespondActivityTaskCompletedRequest.newBuilder().setTaskToken(token).build()))
        .isEqualTo(activity);
  }

  @Test
  void requestWithoutSuchAToken_isAboutNone() throws IOException {
    assertThat(activity(RecordActivityTaskHeartbeatRequest.getDefaultInstance()))
        .isEqualTo(WatchedTokens.NONE);
    assertThat(
            activity(
                RecordActivityTaskHeartbeatRequest.newBuilder()
                    .setTaskToken(ByteString.copyFromUtf8("another"))
                    .build()))
        .isEqualTo(WatchedTokens.NONE);
  }

  private static int activity(MessageLite request) throws IOException {
    return WatchedTokens.activity(request.toByteString().newInput());
  }
}
