package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class WireCodecTest {
  private static final FullActivityId ABOUT = FullActivityId.of("default", "w", "r", "a");
  private static final int LIMIT = 10_000;

  private final PayloadMapper payloads = new PayloadMapper(List.of(), List.of());
  private final WireCodec wire =
      new WireCodec(payloads, new Failures(payloads, false), () -> LIMIT);

  record Card(String number, int year) {}

  record Order(List<Card> cards) {}

  @Test
  void nullResult_isOneNullPayload() throws Exception {
    Payloads parsed = Payloads.parseFrom(wire.result(ABOUT, null).toByteArray());

    assertThat(parsed.getPayloads(0).getMetadataOrThrow("encoding").toStringUtf8())
        .isEqualTo("binary/null");
    assertThat(wire.details(ABOUT, List.of())).isNull();
  }

  @Test
  void valueThatDoesNotFit_isDescribedByItsPath_andNeverSaid() {
    Payload payload =
        Payload.of(
            "json/plain", Bytes.utf8("{\"cards\":[{\"number\":\"4711\",\"year\":\"secret\"}]}"));

    assertThatThrownBy(() -> payloads.fromPayload(ABOUT, payload, Order.class))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("$.cards[0].year")
        .hasMessageContaining(Order.class.getName())
        .hasNoCause()
        .hasToString(
            "dev.longhaul.api.PayloadConversionException: a payload of encoding json/plain cannot"
                + " be read as "
                + Order.class.getName()
                + " at $.cards[0].year (InvalidFormatException); let sender and receiver agree on"
                + " the type");
  }

  @Test
  void resultAboveTheLimit_isRefused_withSizeAndLimit() {
    assertThatThrownBy(() -> wire.result(ABOUT, "x".repeat(LIMIT)))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining(String.valueOf(LIMIT))
        .hasMessageContaining(ABOUT.digest());
  }

  @Test
  void failureAboveTheLimit_isCutToFit() throws Exception {
    ActivityFailure failure = ActivityFailure.ofType("Broken").details("d".repeat(LIMIT));

    Failure sent = Failure.parseFrom(wire.failure(ABOUT, failure).toByteArray());
    assertThat(sent.getSerializedSize()).isLessThan(LIMIT);
    assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("Broken");
  }

  // activity.fail(failure) is what whenComplete((result, failure) -> ...) leads to.
  @Test
  void failureThatComesOutOfAFuture_isTheOneWithin() throws Exception {
    Throwable wrapped = new CompletionException(new IllegalStateException("broken"));

    Failure sent = Failure.parseFrom(wire.failure(ABOUT, wrapped).toByteArray());

    assertThat(sent.getMessage()).isEqualTo("broken");
    assertThat(sent.getApplicationFailureInfo().getType())
        .isEqualTo(IllegalStateException.class.getName());
  }

  @Test
  void externalPayloadSizes_areEchoed() {
    Payload external =
        new Payload(Map.of("encoding", Bytes.utf8("odd")), Bytes.empty(), List.of(9L));

    assertThat(ProtoPayloads.fromProto(ProtoPayloads.parse(wire.echo(List.of(external)))))
        .containsExactly(external);
  }
}
