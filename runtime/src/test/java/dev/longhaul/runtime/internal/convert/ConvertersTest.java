package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import dev.longhaul.proto.common.v1.RetryPolicy;
import dev.longhaul.runtime.PayloadConverters;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Which converter writes and reads what, and what is said when none can. */
class ConvertersTest {
  private static final FullActivityId ABOUT = FullActivityId.of("default", "w", "r", "a");
  private static final String SECRET = "4111-1111";

  private final PayloadMapper builtIn = new PayloadMapper(List.of(), List.of());

  /** A converter of text, of whatever encoding. */
  private record Texts(String encoding) implements PayloadConverter {
    @Override
    public Optional<Payload> toPayload(@Nullable Object value) {
      return Optional.of(Payload.of(encoding, Bytes.utf8(String.valueOf(value))));
    }

    @Override
    public Object fromPayload(Payload payload, Type type) {
      return payload.data().toUtf8();
    }
  }

  @Test
  void addedConverter_isAskedBeforeTheBuiltInOnes() {
    PayloadMapper mapper = with(new Texts("acme/text"));

    assertThat(encoding(mapper, "x")).isEqualTo("acme/text");
    assertThat(encoding(mapper, new byte[1])).isEqualTo("acme/text");
    assertThat(mapper.fromPayload(ABOUT, Payload.of("acme/text", Bytes.utf8("x")), String.class))
        .isEqualTo("x");
    assertThat(mapper.fromPayload(ABOUT, json("\"y\""), String.class)).isEqualTo("y");
  }

  // A JSON library takes every value; asked first, it would also take what is not for JSON.
  @Test
  void converterOfABuiltInEncoding_takesItsPlace_andNoOther() {
    PayloadMapper mapper = with(new Texts("json/plain"));

    assertThat(encoding(mapper, "x")).isEqualTo("json/plain");
    assertThat(encoding(mapper, null)).isEqualTo("binary/null");
    assertThat(encoding(mapper, new byte[1])).isEqualTo("binary/plain");
    assertThat(encoding(mapper, Timestamp.getDefaultInstance())).isEqualTo("json/protobuf");
    assertThat(mapper.fromPayload(ABOUT, json("not JSON"), String.class)).isEqualTo("not JSON");
  }

  @Test
  void objectMapperOfTheUser_writesAndReads() {
    ObjectMapper mapper =
        PayloadConverters.jsonMapper()
            .enable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_ENUMS_USING_INDEX)
            .build();
    PayloadMapper payloads = with(PayloadConverters.json(mapper));

    Payload written = written(payloads, Thread.State.RUNNABLE);

    assertThat(written.data().toUtf8()).isEqualTo("1");
    assertThat(payloads.fromPayload(ABOUT, written, Thread.State.class))
        .isEqualTo(Thread.State.RUNNABLE);
  }

  @Test
  void messageInsideAny_needsAndUsesARegistry() {
    Any any = Any.pack(Duration.newBuilder().setSeconds(7).build());
    TypeRegistry types = TypeRegistry.newBuilder().add(Duration.getDescriptor()).build();
    PayloadMapper mapper =
        with(
            PayloadConverters.protobufJson(
                JsonFormat.printer().usingTypeRegistry(types),
                JsonFormat.parser().usingTypeRegistry(types)));

    assertThat(mapper.fromPayload(ABOUT, written(mapper, any), Any.class)).isEqualTo(any);
    assertThatThrownBy(() -> written(builtIn, any)).isInstanceOf(PayloadConversionException.class);
  }

  @Test
  void fieldsThatAMessageDoesNotHave_areIgnored() {
    Payload newer =
        ProtobufMessages.payload(
            "json/protobuf",
            dev.longhaul.proto.common.v1.WorkflowExecution.getDefaultInstance(),
            Bytes.utf8("{\"workflowId\": \"w\", \"colour\": \"red\"}"));

    assertThat(
            builtIn.fromPayload(ABOUT, newer, dev.longhaul.proto.common.v1.WorkflowExecution.class))
        .isEqualTo(
            dev.longhaul.proto.common.v1.WorkflowExecution.newBuilder().setWorkflowId("w").build());
  }

  @Test
  void messageOfAnotherType_isRead_andLoggedOnce() {
    // It has the JSON form of a time, which no workflow execution has.
    Payload time = written(builtIn, Timestamp.newBuilder().setSeconds(1).build());
    Payload empty = new Payload(time.metadata(), Bytes.utf8("{}"), List.of());

    List<String> log =
        loggedWhile(
            () -> {
              builtIn.fromPayload(ABOUT, empty, RetryPolicy.class);
              builtIn.fromPayload(ABOUT, empty, RetryPolicy.class);
            });

    assertThat(log)
        .containsExactly(
            "a payload of message type google.protobuf.Timestamp is read as"
                + " temporal.api.common.v1.RetryPolicy");
  }

  @Test
  void longNameOfAnotherType_isCutInTheLog() {
    Payload time = written(builtIn, Timestamp.getDefaultInstance());
    Map<String, Bytes> metadata = new HashMap<>(time.metadata());
    metadata.put(ProtobufMessages.TYPE_KEY, Bytes.utf8("x".repeat(100_000)));
    Payload empty = new Payload(metadata, Bytes.utf8("{}"), List.of());

    assertThat(loggedWhile(() -> builtIn.fromPayload(ABOUT, empty, RetryPolicy.class)))
        .singleElement()
        .asString()
        .contains("xxx […] is read as")
        .hasSizeLessThan(400);
  }

  private static List<String> loggedWhile(Runnable reading) {
    Logger logger = (Logger) LoggerFactory.getLogger(ProtobufMessages.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      reading.run();
    } finally {
      logger.detachAppender(log);
    }
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @ParameterizedTest
  @MethodSource
  void messageForATypeThatIsNone_isRefused(Type type) {
    Payload message = written(builtIn, Timestamp.getDefaultInstance());

    assertThatThrownBy(() -> builtIn.fromPayload(ABOUT, message, type))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("json/protobuf")
        .hasMessageContaining("only its generated class can take");
  }

  static Stream<Type> messageForATypeThatIsNone_isRefused() {
    return Stream.of(
        String.class,
        Object.class,
        Message.class,
        new dev.longhaul.api.TypeRef<List<Timestamp>>() {}.type());
  }

  @Test
  void payloadWithoutAKnownEncoding_isRefused_withWhatIsKnown() {
    assertThatThrownBy(
            () ->
                builtIn.fromPayload(
                    ABOUT, Payload.of("acme/odd", Bytes.utf8(SECRET)), String.class))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("acme/odd")
        .hasMessageContaining(
            "[binary/null, binary/plain, json/protobuf, binary/protobuf, json/plain]")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(
            () ->
                builtIn.fromPayload(
                    ABOUT, new Payload(Map.of(), Bytes.utf8(SECRET), List.of()), String.class))
        .hasMessageContaining("(none)")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void encodingOfAnyLength_isCut() {
    assertThatThrownBy(
            () ->
                builtIn.fromPayload(
                    ABOUT, Payload.of("x".repeat(5_000), Bytes.empty()), String.class))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
  }

  // As JSON the reference would read as a message whose fields are all unknown: as an empty one.
  @ParameterizedTest
  @MethodSource
  void referenceToExternalStorage_isRefused_insteadOfReadAsAnEmptyValue(Payload reference) {
    assertThatThrownBy(() -> builtIn.fromPayload(ABOUT, reference, Timestamp.class))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("external storage");
    assertThat(builtIn.fromPayload(ABOUT, reference, Payload.class)).isSameAs(reference);
  }

  static Stream<Payload> referenceToExternalStorage_isRefused_insteadOfReadAsAnEmptyValue() {
    Bytes json = Bytes.utf8("{\"driverName\": \"s3\"}");
    return Stream.of(
        new Payload(
            Map.of(
                "encoding",
                Bytes.utf8("json/protobuf"),
                "messageType",
                Bytes.utf8("temporal.api.sdk.v1.ExternalStorageReference")),
            json,
            List.of(300_000L)),
        Payload.of("json/external-storage-reference", json),
        new Payload(Map.of("encoding", Bytes.utf8("acme/stored")), json, List.of(300_000L)));
  }

  @Test
  void bytesForATypeThatIsNone_areRefused_andSayWhy() {
    assertThatThrownBy(
            () ->
                builtIn.fromPayload(
                    ABOUT, Payload.of("binary/plain", Bytes.utf8(SECRET)), String.class))
        .hasMessageContaining("only byte[] can take")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void keyOfAMap_isNotSaid() {
    Type type = new dev.longhaul.api.TypeRef<Map<String, Map<String, Integer>>>() {}.type();

    assertThatThrownBy(
            () ->
                builtIn.fromPayload(
                    ABOUT, json("{\"" + SECRET + "\": {\"" + SECRET + "\": \"x\"}}"), type))
        .hasMessageContaining("at $")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void valueThatNoConverterTakes_isRefused() {
    PayloadMapper mapper = with(new Refusing("json/plain", null));

    assertThatThrownBy(() -> written(mapper, SECRET))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("java.lang.String")
        .hasMessageContaining("none of the converters takes it")
        .hasMessageNotContaining(SECRET);
  }

  static Stream<Throwable> failures() {
    return Stream.of(
        new IllegalStateException("cannot write " + SECRET),
        new StackOverflowError("too deep in " + SECRET),
        new NoClassDefFoundError("gone with " + SECRET));
  }

  // An Error that got through would leave the attempt without an outcome.
  @ParameterizedTest
  @MethodSource("failures")
  void converterThatFails_isNamedByItsException_whoseMessageIsKeptBack(Throwable failure) {
    PayloadMapper mapper = with(new Refusing("acme/failing", failure));

    assertThatThrownBy(() -> written(mapper, "x"))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining(failure.getClass().getSimpleName())
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
    assertThatThrownBy(
            () ->
                mapper.fromPayload(ABOUT, Payload.of("acme/failing", Bytes.empty()), String.class))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }

  @Test
  void converterThatSaysWhy_isQuoted() {
    PayloadMapper mapper =
        with(new Refusing("acme/failing", new PayloadException("only even numbers travel")));

    assertThatThrownBy(() -> written(mapper, 3)).hasMessageContaining("only even numbers travel");
  }

  /** Fails as given; takes nothing if there is no failure. */
  private record Refusing(String encoding, @Nullable Throwable failure)
      implements PayloadConverter {
    @Override
    public Optional<Payload> toPayload(@Nullable Object value) throws Exception {
      fail();
      return Optional.empty();
    }

    @Override
    public @Nullable Object fromPayload(Payload payload, Type type) throws Exception {
      fail();
      return null;
    }

    private void fail() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof Exception exception) {
        throw exception;
      }
    }
  }

  private static PayloadMapper with(PayloadConverter converter) {
    return new PayloadMapper(List.of(converter), List.of());
  }

  private static Payload json(String text) {
    return Payload.of("json/plain", Bytes.utf8(text));
  }

  private static String encoding(PayloadMapper mapper, @Nullable Object value) {
    return written(mapper, value).encoding().orElseThrow();
  }

  private static Payload written(PayloadMapper mapper, @Nullable Object value) {
    return ProtoPayloads.fromProto(mapper.encode(ABOUT, Collections.singletonList(value))).get(0);
  }
}
