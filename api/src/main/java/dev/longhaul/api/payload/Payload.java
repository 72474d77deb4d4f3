package dev.longhaul.api.payload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One encoded value, as Temporal carries it. Immutable and thread-safe.
 *
 * <p>A payload that is received and sent on is echoed byte for byte, the sizes of externally stored
 * parts included; codecs and external storage depend on that.
 *
 * @param metadata what tells how to decode the data; the key {@value #ENCODING_KEY} names the
 *     converter
 * @param data the encoded value
 * @param externalPayloadSizes bytes of each externally stored part, in order
 */
public record Payload(Map<String, Bytes> metadata, Bytes data, List<Long> externalPayloadSizes) {

  /** The metadata key whose value names the encoding. */
  public static final String ENCODING_KEY = "encoding";

  public Payload {
    metadata = Map.copyOf(metadata);
    externalPayloadSizes = List.copyOf(externalPayloadSizes);
  }

  /** A payload with no metadata but its encoding. */
  public static Payload of(String encoding, Bytes data) {
    return new Payload(Map.of(ENCODING_KEY, Bytes.utf8(encoding)), data, List.of());
  }

  /** The name of the encoding, if the metadata has one. */
  public Optional<String> encoding() {
    return metadataText(ENCODING_KEY);
  }

  /** The metadata of this key read as text, if there is any. */
  public Optional<String> metadataText(String key) {
    return Optional.ofNullable(metadata.get(key)).map(Bytes::toUtf8);
  }

  /** Encoding and size; never the value. */
  @Override
  public String toString() {
    return "Payload[" + encoding().orElse("no encoding") + ", " + data + "]";
  }
}
