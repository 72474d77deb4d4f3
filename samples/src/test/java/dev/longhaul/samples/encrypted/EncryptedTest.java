package dev.longhaul.samples.encrypted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.google.protobuf.ByteString;
import dev.longhaul.runtime.PayloadCodecs;
import dev.longhaul.samples.SampleRun;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;

@Timeout(100)
@Execution(CONCURRENT)
class EncryptedTest {
  private static final Payload PAYLOAD =
      Payload.newBuilder()
          .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
          .setData(ByteString.copyFromUtf8("\"4111\""))
          .addExternalPayloads(Payload.ExternalPayloadDetails.newBuilder().setSizeBytes(7))
          .build();

  @Test
  void server_seesCiphertextAlone_andBothSidesReadItAcrossARotation() {
    SampleRun run = SampleRun.of("encrypted").assertEndedWell().assertShown("encrypted");

    assertThat(run.out())
        .contains("The heartbeat has binary/encrypted, key 2025, ")
        .contains("ACTIVITY_TASK_SCHEDULED has binary/encrypted, key 2025, ")
        .contains("ACTIVITY_TASK_COMPLETED has binary/encrypted, key 2026, ")
        .contains("ACTIVITY_TASK_FAILED has binary/encrypted, key 2026, ")
        .contains("Result: charged 4111-1111-1111-1111; no money on 5500-0000-0000-0004")
        .containsPattern("can read a card number in 0 of \\d+ events, and in no heartbeat")
        .doesNotContain("json/plain");
  }

  // The same look at the server finds the numbers where they are not encrypted.
  @Test
  void serverWithoutEncryption_seesEverything() {
    SampleRun run = SampleRun.of("encrypted", "--plaintext").assertEndedWell();

    assertThat(run.out())
        .contains("ACTIVITY_TASK_COMPLETED has json/plain \"charged 4111-1111-1111-1111\"")
        .containsPattern("can read a card number in [1-9]\\d* of \\d+ events, and in the heartbeat")
        .doesNotContain("binary/encrypted");
  }

  @Test
  void codecForTheSdk_keepsAllOfAPayload() {
    SdkCodec codec = new SdkCodec(PayloadCodecs.encryption(new RotatingKeys("2025")));

    List<Payload> encrypted = codec.encode(List.of(PAYLOAD));

    assertThat(encrypted).doesNotContain(PAYLOAD);
    assertThat(codec.decode(encrypted)).containsExactly(PAYLOAD);
    assertThat(codec.decode(List.of(PAYLOAD))).as("not encrypted").containsExactly(PAYLOAD);
  }

  @Test
  void keyThatIsUnknown_isAnErrorThatNamesIt() {
    SdkCodec writer = new SdkCodec(PayloadCodecs.encryption(new RotatingKeys("2025")));
    SdkCodec reader = new SdkCodec(PayloadCodecs.encryption(new RotatingKeys("2026")));

    assertThatThrownBy(() -> reader.decode(writer.encode(List.of(PAYLOAD))))
        .isInstanceOf(PayloadCodecException.class)
        .hasMessageContaining("2025");
  }

  @Test
  void optionThatIsWrong_isRefused() {
    SampleRun.of("encrypted", "--plain").assertRefused("did you mean --plaintext?");
  }
}
