package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadException;
import dev.longhaul.runtime.PayloadCodecs;
import io.temporal.payload.codec.ZlibPayloadCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compression as the official SDK's codec does it, and safe against what does not come from one.
 */
class ZlibCodecTest {
  private final PayloadCodec codec = PayloadCodecs.zlib();
  private final ZlibPayloadCodec official = new ZlibPayloadCodec();

  static Stream<Payload> payloads() {
    return Stream.of(
        json("a".repeat(10_000)),
        random(20_000),
        json("short"),
        Payload.of("", Bytes.empty()),
        Payload.of("binary/null", Bytes.empty()),
        // around the size at which compression begins to pay
        json("ab".repeat(12)),
        json("ab".repeat(20)),
        json("ab".repeat(30)));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void compressed_isTheSameBytesAsTheOfficialCodecWrites(Payload payload) throws Exception {
    List<io.temporal.api.common.v1.Payload> theirs =
        official.encode(Official.payloads(List.of(payload)).getPayloadsList());

    List<Payload> ours = codec.encode(List.of(payload));

    assertThat(Official.payloads(ours).getPayloadsList()).isEqualTo(theirs);
    assertThat(codec.decode(ours)).containsExactly(payload);
  }

  @Test
  void payloadThatDoesNotShrink_isSentAsItIs() throws Exception {
    Payload incompressible = random(1_000);

    assertThat(codec.encode(List.of(incompressible))).containsExactly(incompressible);
    assertThat(codec.encode(List.of(json("a".repeat(1_000)))).get(0).data().size()).isLessThan(100);
  }

  // What is decompressed must never be larger than the limit, however small it came.
  @Test
  void payloadThatWouldDecompressToTooMuch_isRefused() throws Exception {
    Payload bomb = codec.encode(List.of(json("0".repeat(10_000_000)))).get(0);
    assertThat(bomb.data().size()).isLessThan(20_000);
    PayloadCodec careful = PayloadCodecs.zlib(1_000_000);

    assertThatThrownBy(() -> careful.decode(List.of(bomb)))
        .isInstanceOf(PayloadException.class)
        .hasMessageContaining("more than 1000000 decompressed");
  }

  @Test
  void payloadOfExactlyTheLimit_isReadable_andALargerOneSentAsItIs() throws Exception {
    Payload payload = json("a".repeat(5_000));
    int size = ProtoPayloads.toProto(payload).getSerializedSize();
    PayloadCodec exact = PayloadCodecs.zlib(size);

    List<Payload> compressed = exact.encode(List.of(payload));
    assertThat(compressed.get(0).encoding()).contains("binary/zlib");
    assertThat(exact.decode(compressed)).containsExactly(payload);
    assertThat(PayloadCodecs.zlib(size - 1).encode(List.of(payload))).containsExactly(payload);
    assertThatThrownBy(() -> PayloadCodecs.zlib(size - 1).decode(compressed))
        .isInstanceOf(PayloadException.class);
  }

  @Test
  void dataThatWasCutOff_orIsNoZlib_orHoldsNoPayload_isRefused() throws Exception {
    byte[] whole = codec.encode(List.of(json("a".repeat(900)))).get(0).data().toByteArray();

    assertRefused(Arrays.copyOf(whole, whole.length / 2), "was cut off");
    assertRefused(new byte[0], "was cut off");
    assertRefused(new byte[] {1, 2, 3}, "not zlib's");
    assertRefused(deflated(new byte[] {(byte) 0xff, (byte) 0xff}), "no payload");
  }

  @Test
  void limitThatIsNotPositive_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayloadCodecs.zlib(0))
        .withMessageContaining("0");
  }

  private void assertRefused(byte[] data, String why) {
    assertThatThrownBy(() -> codec.decode(List.of(Payload.of("binary/zlib", Bytes.copyOf(data)))))
        .isInstanceOf(PayloadException.class)
        .hasMessageContaining(why);
  }

  private static byte[] deflated(byte[] data) {
    java.util.zip.Deflater deflater = new java.util.zip.Deflater();
    try {
      deflater.setInput(data);
      deflater.finish();
      byte[] buffer = new byte[64];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    } finally {
      deflater.end();
    }
  }

  private static Payload json(String text) {
    return Payload.of("json/plain", Bytes.utf8(text));
  }

  private static Payload random(int bytes) {
    byte[] random = new byte[bytes];
    new Random(7).nextBytes(random);
    return Payload.of("binary/plain", Bytes.copyOf(random));
  }
}
