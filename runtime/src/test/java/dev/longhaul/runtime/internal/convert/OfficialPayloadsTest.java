package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.RetryPolicy;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.common.converter.ByteArrayPayloadConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.NullPayloadConverter;
import io.temporal.common.converter.ProtobufPayloadConverter;
import io.temporal.common.converter.RawValue;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads of ours and of the official Java SDK are the same bytes, and each reads the other's. */
class OfficialPayloadsTest {
  private static final FullActivityId ABOUT = FullActivityId.of("default", "w", "r", "a");

  /** The official converters; without the JSON form of protobuf, its binary form is written. */
  private static final DataConverter OFFICIAL = DefaultDataConverter.newDefaultInstance();

  private static final DataConverter OFFICIAL_BINARY =
      new DefaultDataConverter(
          new NullPayloadConverter(),
          new ByteArrayPayloadConverter(),
          new ProtobufPayloadConverter());

  private final PayloadMapper ours = new PayloadMapper(List.of(), List.of());
  private final PayloadMapper oursBinary =
      new PayloadMapper(List.of(new NeverWriting("json/protobuf")), List.of());

  record Card(String number, int year) {}

  record Order(List<Card> cards, Optional<Instant> placed, @Nullable String note) {}

  static Stream<Object> values() {
    return Stream.of(
        "text with ü and \u2028",
        7,
        2.5,
        true,
        new byte[] {0, 1, -1},
        new byte[0],
        Instant.ofEpochSecond(1_000, 5),
        ZonedDateTime.parse("2026-11-24T10:15:30+01:00"),
        java.time.Duration.ofMillis(1_500),
        new Order(List.of(new Card("4711", 2030)), Optional.of(Instant.EPOCH), null),
        List.of(new Card("4711", 2030)),
        Map.of("key", List.of(1, 2)),
        Optional.of("some"),
        Optional.empty());
  }

  static Stream<com.google.protobuf.Message> messages() {
    return Stream.of(
        WorkflowExecution.newBuilder().setWorkflowId("wörk").setRunId("r").build(),
        WorkflowExecution.getDefaultInstance(),
        RetryPolicy.newBuilder()
            .setInitialInterval(Duration.newBuilder().setSeconds(1))
            .setBackoffCoefficient(1.5)
            .addNonRetryableErrorTypes("Bad")
            .addNonRetryableErrorTypes("Worse")
            .build(),
        Timestamp.newBuilder().setSeconds(1_000).setNanos(5).build());
  }

  @ParameterizedTest
  @MethodSource({"values", "messages"})
  void value_isTheSameBytes_andReadByBoth(Object value) {
    assertSame(ours, OFFICIAL, value, value.getClass());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void messageInBinary_isTheSameBytes_andReadByBoth(Object message) {
    assertSame(oursBinary, OFFICIAL_BINARY, message, message.getClass());
    assertThat(oursBinary.encode(ABOUT, List.of(message)).getPayloads(0).getMetadataMap())
        .containsKeys("encoding", "messageType");
  }

  @Test
  void null_isTheSameBytes_whateverTheType() {
    Payloads official = OFFICIAL.toPayloads((Object) null).orElseThrow();

    assertThat(written(ours, null)).isEqualTo(official);
    assertThat(read(ours, official, Card.class)).isNull();
  }

  @Test
  void genericType_isReadFromWhatTheOfficialSdkWrote() {
    List<Card> cards = List.of(new Card("4711", 2030));
    Type type = new dev.longhaul.api.TypeRef<List<Card>>() {}.type();

    assertThat(read(ours, OFFICIAL.toPayloads(cards).orElseThrow(), type)).isEqualTo(cards);
  }

  @Test
  void severalValues_areOnePayloadEach_inOrder() {
    Object[] values = {"a", null, 3, new byte[] {1}};

    Payloads written = Official.payloads(ours.encode(ABOUT, Arrays.asList(values)));
    assertThat(written).isEqualTo(OFFICIAL.toPayloads(values).orElseThrow());
  }

  // As the official SDK's RawValue: what it holds is neither read nor changed.
  @Test
  void payload_isPassedOn_asTheOfficialRawValueIs() {
    io.temporal.api.common.v1.Payload foreign =
        io.temporal.api.common.v1.Payload.newBuilder()
            .putMetadata("encoding", com.google.protobuf.ByteString.copyFromUtf8("acme/odd"))
            .putMetadata("acme", com.google.protobuf.ByteString.copyFromUtf8("1"))
            .setData(com.google.protobuf.ByteString.copyFromUtf8("?"))
            .build();
    Payloads official = OFFICIAL.toPayloads(new RawValue(foreign)).orElseThrow();

    Object raw = read(ours, official, Payload.class);

    assertThat(raw).isInstanceOf(Payload.class);
    assertThat(written(ours, raw)).isEqualTo(official);
  }

  private static void assertSame(
      PayloadMapper ours, DataConverter official, Object value, Class<?> type) {
    Payloads theirs = official.toPayloads(value).orElseThrow();

    assertThat(written(ours, value)).isEqualTo(theirs);
    assertThat(read(ours, theirs, type))
        .isEqualTo(official.fromPayload(theirs.getPayloads(0), type, type));
  }

  private static Payloads written(PayloadMapper mapper, @Nullable Object value) {
    return Official.payloads(mapper.encode(ABOUT, Collections.singletonList(value)));
  }

  private static @Nullable Object read(PayloadMapper mapper, Payloads official, Type type) {
    return mapper.fromPayload(ABOUT, Official.ours(official).get(0), type);
  }

  /** Takes the place of a built-in converter and leaves every value to those after it. */
  private record NeverWriting(String encoding) implements PayloadConverter {
    @Override
    public Optional<Payload> toPayload(@Nullable Object value) {
      return Optional.empty();
    }

    @Override
    public Object fromPayload(Payload payload, Type type) {
      throw new AssertionError("nothing is written by it");
    }
  }
}
