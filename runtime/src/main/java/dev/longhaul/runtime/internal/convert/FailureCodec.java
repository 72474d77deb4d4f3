package dev.longhaul.runtime.internal.convert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Codecs on failures and all their causes, as the other SDKs apply them: always on values, on
 * messages and stack traces if that is wanted. Thread-safe.
 */
final class FailureCodec {
  /** What the other SDKs, too, write where the message was. */
  private static final String ENCODED_MESSAGE = "Encoded failure";

  private final PayloadMapper payloads;
  // Messages and stack traces are plain JSON whatever converters there are: everybody reads them.
  private final PayloadMapper texts;
  private final boolean encodesTexts;

  /**
   * @param encodesTexts whether messages and stack traces are encoded, too
   */
  FailureCodec(PayloadMapper payloads, boolean encodesTexts) {
    this.payloads = payloads;
    this.texts = payloads.withBuiltInConverters();
    this.encodesTexts = encodesTexts;
  }

  /** The JSON that all SDKs agreed on. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Attributes(
      @JsonProperty("message") @Nullable String message,
      @JsonProperty("stack_trace") @Nullable String stackTrace) {}

  Failure encode(@Nullable ActivityReference about, Failure plain) {
    Failure.Builder encoded = plain.toBuilder();
    if (plain.hasCause()) {
      encoded.setCause(encode(about, plain.getCause()));
    }
    if (encodesTexts) {
      hideTexts(encoded).setEncodedAttributes(encodedTexts(about, plain));
    }
    FailureValues.replace(
        encoded, values -> payloads.encodeByCodecs(about, ProtoPayloads.fromProto(values)));
    return encoded.build();
  }

  /** A failure without values, for when its texts must not be seen and cannot be encoded. */
  Failure withoutTexts(Failure bare) {
    return hideTexts(bare.toBuilder()).build();
  }

  Failure decode(@Nullable ActivityReference about, Failure received) {
    Failure.Builder decoded = received.toBuilder();
    if (received.hasCause()) {
      decoded.setCause(decode(about, received.getCause()));
    }
    if (received.hasEncodedAttributes()) {
      Attributes shown = decodedTexts(about, received);
      decoded
          .setMessage(Objects.requireNonNullElse(shown.message(), ""))
          .setStackTrace(Objects.requireNonNullElse(shown.stackTrace(), ""))
          .clearEncodedAttributes();
    }
    FailureValues.replace(decoded, values -> ProtoPayloads.toProto(payloads.decode(about, values)));
    return decoded.build();
  }

  private static Failure.Builder hideTexts(Failure.Builder failure) {
    return failure.setMessage(ENCODED_MESSAGE).clearStackTrace();
  }

  private dev.longhaul.proto.common.v1.Payload encodedTexts(
      @Nullable ActivityReference about, Failure plain) {
    Attributes hidden =
        new Attributes(wellFormed(plain.getMessage()), wellFormed(plain.getStackTrace()));
    return texts.encode(about, List.of(hidden)).getPayloads(0);
  }

  private Attributes decodedTexts(@Nullable ActivityReference about, Failure received) {
    Payload json =
        texts
            .decode(
                about, Payloads.newBuilder().addPayloads(received.getEncodedAttributes()).build())
            .get(0);
    return Objects.requireNonNullElse(
        (Attributes) texts.fromPayload(about, json, Attributes.class), new Attributes(null, null));
  }

  // Half a surrogate pair is no Unicode, and cannot be written as JSON.
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
