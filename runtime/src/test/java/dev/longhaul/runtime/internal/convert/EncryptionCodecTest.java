package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadException;
import dev.longhaul.official.EncryptingCodec;
import dev.longhaul.runtime.PayloadCodecs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encryption in the convention that the codecs of other SDKs share. */
class EncryptionCodecTest {
  private static final String SECRET = "4111-1111-1111-1111";
  private static final EncryptionKey OLD = key("2025", 1);
  private static final EncryptionKey NEW = key("2026", 2);

  private static final Payload PLAIN =
      new Payload(
          Map.of("encoding", Bytes.utf8("json/plain"), "acme", Bytes.utf8(SECRET)),
          Bytes.utf8("\"" + SECRET + "\""),
          List.of(7L));

  private final PayloadCodec codec = PayloadCodecs.encryption(EncryptionKeys.of(NEW, OLD));

  private static EncryptionKey key(String id, int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return EncryptionKey.of(id, bytes);
  }

  @Test
  void encryptedPayload_showsItsKeyAndCipher_andNothingElse() throws Exception {
    Payload encrypted = encrypted(codec);

    assertThat(encrypted.metadata())
        .isEqualTo(
            Map.of(
                "encoding", Bytes.utf8("binary/encrypted"),
                "encryption-cipher", Bytes.utf8("AES/GCM/NoPadding"),
                "encryption-key-id", Bytes.utf8("2026")));
    assertThat(encrypted.externalPayloadSizes()).isEmpty();
    assertThat(encrypted.data().toUtf8()).doesNotContain(SECRET).doesNotContain("json/plain");
    assertThat(codec.decode(List.of(encrypted))).containsExactly(PLAIN);
  }

  @Test
  void officialCodec_readsWhatWeEncrypt_andWeReadWhatItEncrypts() throws Exception {
    EncryptingCodec official =
        new EncryptingCodec("2026", Map.of("2026", NEW.key(), "2025", OLD.key()));

    assertThat(official.decode(Official.payloads(List.of(encrypted(codec))).getPayloadsList()))
        .isEqualTo(Official.payloads(List.of(PLAIN)).getPayloadsList());
    assertThat(codec.decode(encryptedBy(official))).containsExactly(PLAIN);
  }

  private static List<Payload> encryptedBy(EncryptingCodec official) {
    return Official.ours(
        io.temporal.api.common.v1.Payloads.newBuilder()
            .addAllPayloads(official.encode(Official.payloads(List.of(PLAIN)).getPayloadsList()))
            .build());
  }

  // Not every language's sample names the cipher.
  @Test
  void payloadThatDoesNotNameItsCipher_isDecrypted() throws Exception {
    Payload encrypted = encrypted(codec);
    Map<String, Bytes> metadata = new HashMap<>(encrypted.metadata());
    metadata.remove("encryption-cipher");

    assertThat(codec.decode(List.of(new Payload(metadata, encrypted.data(), List.of()))))
        .containsExactly(PLAIN);
  }

  @Test
  void samePayload_isNeverEncryptedToTheSameBytes() throws Exception {
    List<Payload> many = codec.encode(IntStream.range(0, 100).mapToObj(i -> PLAIN).toList());

    assertThat(many).extracting(Payload::data).doesNotHaveDuplicates().hasSize(100);
  }

  @Test
  void payloadThatWasNeverEncrypted_passesThrough() throws Exception {
    assertThat(codec.decode(List.of(PLAIN))).containsExactly(PLAIN);
  }

  @Test
  void olderKey_stillDecrypts_andTheCurrentOneEncrypts() throws Exception {
    Payload before = encrypted(PayloadCodecs.encryption(EncryptionKeys.of(OLD)));

    assertThat(before.metadataText("encryption-key-id")).contains("2025");
    assertThat(codec.decode(List.of(before))).containsExactly(PLAIN);
    assertThat(encrypted(codec).metadataText("encryption-key-id")).contains("2026");
  }

  @Test
  void keysThatAreRotatedWhileRunning_encryptWithTheNewOneFromThenOn() throws Exception {
    Rotating keys = new Rotating();
    PayloadCodec rotating = PayloadCodecs.encryption(keys);
    Payload before = encrypted(rotating);

    keys.now = EncryptionKeys.of(NEW, OLD);

    assertThat(encrypted(rotating).metadataText("encryption-key-id")).contains("2026");
    assertThat(rotating.decode(List.of(before))).containsExactly(PLAIN);
  }

  private static final class Rotating implements EncryptionKeys {
    private volatile EncryptionKeys now = EncryptionKeys.of(OLD);

    @Override
    public EncryptionKey current() throws Exception {
      return now.current();
    }

    @Override
    public Optional<EncryptionKey> find(String id) throws Exception {
      return now.find(id);
    }
  }

  @Test
  void unknownKey_isNamed() throws Exception {
    PayloadCodec other = PayloadCodecs.encryption(EncryptionKeys.of(OLD));

    assertRefused(other, encrypted(codec), "there is no encryption key \"2026\"");
  }

  @Test
  void anotherKeyOfTheSameId_isToldFromAnUnknownOne() throws Exception {
    PayloadCodec other = PayloadCodecs.encryption(EncryptionKeys.of(key("2026", 3)));

    assertRefused(other, encrypted(codec), "encryption key \"2026\" does not decrypt");
  }

  static Stream<Integer> places() {
    return Stream.of(0, 11, 12, 40, -1);
  }

  @ParameterizedTest
  @MethodSource("places")
  void changedByte_anywhere_isNoticed(int place) throws Exception {
    byte[] data = encrypted(codec).data().toByteArray();
    data[place < 0 ? data.length + place : place] ^= 1;

    assertRefused(codec, encryptedAs(data), "was changed on its way");
  }

  static Stream<Integer> lengths() {
    return Stream.of(0, 11, 27);
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void dataThatIsTooShort_isRefused(int length) {
    assertRefused(codec, encryptedAs(new byte[length]), "has " + length + " bytes, too few");
  }

  @Test
  void payloadWithoutAKeyId_isRefused() {
    assertRefused(codec, Payload.of("binary/encrypted", Bytes.utf8("x")), "does not name its key");
  }

  @Test
  void otherCipher_isNamed() {
    Payload other =
        new Payload(
            Map.of(
                "encoding", Bytes.utf8("binary/encrypted"),
                "encryption-cipher", Bytes.utf8("AES/CBC"),
                "encryption-key-id", Bytes.utf8("2026")),
            Bytes.utf8("x".repeat(40)),
            List.of());

    assertRefused(codec, other, "AES/CBC");
  }

  @Test
  void keysThatCannotBeHad_areNotQuoted() {
    EncryptionKeys failing =
        new EncryptionKeys() {
          @Override
          public EncryptionKey current() {
            throw new IllegalStateException("vault token " + SECRET + " expired");
          }

          @Override
          public Optional<EncryptionKey> find(String id) throws PayloadException {
            throw new PayloadException("the vault is sealed");
          }
        };
    PayloadCodec other = PayloadCodecs.encryption(failing);

    assertThatThrownBy(() -> other.encode(List.of(PLAIN)))
        .isInstanceOf(PayloadException.class)
        .hasMessage("the encryption keys could not be had (IllegalStateException)")
        .hasNoCause();
    assertRefused(other, encryptedAs(new byte[40]), "the vault is sealed");
  }

  @Test
  void key_isNotPrinted_andMustBeOneForAes256() {
    assertThat(NEW).hasToString("EncryptionKey[2026]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKey.of("short", new byte[16]))
        .withMessageContaining("\"short\" has 16 bytes")
        .withMessageContaining("32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EncryptionKey("short", new SecretKeySpec(new byte[16], "AES")))
        .withMessageContaining("16 bytes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EncryptionKey("x", new SecretKeySpec(new byte[32], "HmacSHA256")))
        .withMessageContaining("HmacSHA256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKey.of(" ", new byte[32]))
        .withMessageContaining("blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptionKeys.of(NEW, OLD, key("2026", 9)))
        .withMessageContaining("\"2026\"");
  }

  private static Payload encrypted(PayloadCodec codec) throws Exception {
    return codec.encode(List.of(PLAIN)).get(0);
  }

  private static Payload encryptedAs(byte[] data) {
    return new Payload(
        Map.of("encoding", Bytes.utf8("binary/encrypted"), "encryption-key-id", Bytes.utf8("2026")),
        Bytes.copyOf(data),
        List.of());
  }

  private static void assertRefused(PayloadCodec codec, Payload payload, String why) {
    assertThatThrownBy(() -> codec.decode(List.of(payload)))
        .isInstanceOf(PayloadException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining(SECRET)
        .hasNoCause();
  }
}
