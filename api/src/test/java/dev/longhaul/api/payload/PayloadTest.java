package dev.longhaul.api.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PayloadTest {

  @Test
  void bytes_areACopy_andGiveCopies() {
    byte[] array = {1, 2, 3};
    Bytes bytes = Bytes.copyOf(array);
    array[0] = 9;
    bytes.toByteArray()[1] = 9;
    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3);
    assertThatExceptionOfType(ReadOnlyBufferException.class)
        .isThrownBy(() -> bytes.asReadOnlyBuffer().put((byte) 9));
  }

  @Test
  void bytesOfABuffer_areWhatRemains_andLeaveItsPosition() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}, 1, 2);
    assertThat(Bytes.copyOf(buffer).toByteArray()).containsExactly(1, 2);
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  void wrappedArray_isNotCopied() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.unsafeWrap(array);
    array[0] = 9;
    assertThat(bytes.toByteArray()).containsExactly(9, 2);
    assertThat(Bytes.unsafeWrap(new byte[0])).isSameAs(Bytes.empty());
  }

  @Test
  void bytes_areEqualByContent() {
    assertThat(Bytes.utf8("ä")).isEqualTo(Bytes.copyOf(new byte[] {(byte) 0xc3, (byte) 0xa4}));
    assertThat(Bytes.utf8("a")).isNotEqualTo(Bytes.utf8("b"));
    assertThat(Bytes.utf8("")).isEqualTo(Bytes.empty()).isEqualTo(Bytes.copyOf(new byte[0]));
    assertThat(Bytes.utf8("grüße").toUtf8()).isEqualTo("grüße");
  }

  @Test
  void content_isNotPrinted() {
    assertThat(Bytes.utf8("secret")).hasToString("6 bytes");
    Payload payload = Payload.of("json/plain", Bytes.utf8("\"secret\""));
    assertThat(payload).hasToString("Payload[json/plain, 8 bytes]");
    Payload other =
        new Payload(Map.of("key", Bytes.utf8("secret")), Bytes.utf8("secret"), List.of());
    assertThat(other.toString()).doesNotContain("secret");
  }

  @Test
  void payload_isACopyOfWhatItIsMadeOf() {
    Map<String, Bytes> metadata = new HashMap<>(Map.of("a", Bytes.utf8("1")));
    List<Long> sizes = new ArrayList<>(List.of(7L));
    Payload payload = new Payload(metadata, Bytes.empty(), sizes);
    metadata.clear();
    sizes.clear();
    assertThat(payload.metadata()).containsOnlyKeys("a").isUnmodifiable();
    assertThat(payload.externalPayloadSizes()).containsExactly(7L).isUnmodifiable();
  }

  @Test
  void encoding_isReadFromTheMetadata() {
    assertThat(Payload.of("binary/null", Bytes.empty()).encoding()).contains("binary/null");
    assertThat(new Payload(Map.of(), Bytes.empty(), List.of()).encoding()).isEmpty();
    Payload other = new Payload(Map.of("key", Bytes.utf8("ü")), Bytes.empty(), List.of());
    assertThat(other.metadataText("key")).contains("ü");
    assertThat(other.metadataText("other")).isEmpty();
  }
}
