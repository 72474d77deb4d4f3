package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.official.EncryptingCodec;
import dev.longhaul.runtime.PayloadCodecs;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.ZlibPayloadCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Codecs one around the other, in the order that all SDKs share. */
class CodecChainTest {
  private static final FullActivityId ABOUT = FullActivityId.of("default", "w", "r", "a");
  private static final EncryptionKey KEY = EncryptionKey.of("k", new byte[32]);
  private static final String LONG = "long ".repeat(1_000);

  private final PayloadMapper ours =
      new PayloadMapper(
          List.of(),
          List.of(PayloadCodecs.encryption(EncryptionKeys.of(KEY)), PayloadCodecs.zlib()));
  private final CodecDataConverter official =
      new CodecDataConverter(
          DefaultDataConverter.newDefaultInstance(),
          List.of(new EncryptingCodec("k", Map.of("k", KEY.key())), new ZlibPayloadCodec()));

  @Test
  void lastCodec_encodesFirst() {
    var written = ours.encode(ABOUT, List.of(LONG));

    assertThat(written.getPayloads(0).getMetadataOrThrow("encoding").toStringUtf8())
        .isEqualTo("binary/encrypted");
    // Encrypted data does not shrink: had encryption come first, this would be as long as the text.
    assertThat(written.getSerializedSize()).isLessThan(LONG.length() / 10);
  }

  @Test
  void officialChain_readsOurs_andWeReadItsOwn() {
    var ourPayloads = Official.payloads(ours.encode(ABOUT, List.of(LONG, 7)));
    assertThat(official.fromPayloads(0, Optional.of(ourPayloads), String.class, String.class))
        .isEqualTo(LONG);
    assertThat(official.fromPayloads(1, Optional.of(ourPayloads), Integer.class, Integer.class))
        .isEqualTo(7);

    List<Payload> theirs =
        ours.decode(
            ABOUT, Bytes.unsafeWrap(official.toPayloads(LONG, 7).orElseThrow().toByteArray()));
    assertThat(ours.fromPayload(ABOUT, theirs.get(0), String.class)).isEqualTo(LONG);
    assertThat(ours.fromPayload(ABOUT, theirs.get(1), int.class)).isEqualTo(7);
  }

  // The values after the lost one would be taken for others.
  @Test
  void codecThatLosesAPayload_isRefused_bothWays() {
    PayloadMapper losing = with(all -> all.subList(1, all.size()));

    assertThatThrownBy(() -> losing.encode(ABOUT, List.of("a", "b")))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("made 1 payloads of 2");
    assertThatThrownBy(() -> losing.decode(ABOUT, twoPayloads()))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("made 1 payloads of 2");
  }

  @Test
  void codecThatFails_isNamedByItsException_whoseMessageIsKeptBack() {
    PayloadMapper failing =
        with(
            all -> {
              throw new IllegalStateException("cannot reach the vault with token 4711");
            });

    assertThatThrownBy(() -> failing.encode(ABOUT, List.of("a")))
        .isInstanceOfSatisfying(
            PayloadConversionException.class, e -> assertThat(e.isRetryable()).isTrue())
        .hasMessage("a payload codec failed while encoding (IllegalStateException)")
        .hasNoCause();
    assertThatThrownBy(() -> failing.decode(ABOUT, twoPayloads()))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessage("a payload codec failed while decoding (IllegalStateException)")
        .hasNoCause();
  }

  @Test
  void codecThatSaysWhy_isQuoted() {
    List<Payload> encrypted = Official.ours(official.toPayloads("x").orElseThrow());
    PayloadMapper others =
        new PayloadMapper(
            List.of(),
            List.of(
                PayloadCodecs.encryption(
                    EncryptionKeys.of(EncryptionKey.of("other", new byte[32])))));

    assertThatThrownBy(
            () -> others.decode(ABOUT, ProtoPayloads.serialized(ProtoPayloads.toProto(encrypted))))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("there is no encryption key \"k\"");
  }

  private static Bytes twoPayloads() {
    Payload payload = Payload.of("json/plain", Bytes.utf8("1"));
    return java.util.Objects.requireNonNull(
        ProtoPayloads.serialized(ProtoPayloads.toProto(List.of(payload, payload))));
  }

  private static PayloadMapper with(UnaryOperator<List<Payload>> both) {
    PayloadCodec codec =
        new PayloadCodec() {
          @Override
          public List<Payload> encode(List<Payload> payloads) {
            return both.apply(payloads);
          }

          @Override
          public List<Payload> decode(List<Payload> payloads) {
            return both.apply(payloads);
          }
        };
    return new PayloadMapper(List.of(), List.of(codec));
  }
}
