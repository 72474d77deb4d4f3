package dev.longhaul.samples.encrypted;

import com.google.protobuf.ByteString;
import dev.longhaul.api.payload.Bytes;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A codec of Longhaul as one of the official SDK, for the workflow's side. Whoever has encrypted
 * with the codec of Temporal's samples can as well keep that: the bytes are the same.
 */
final class SdkCodec implements PayloadCodec {
  private final dev.longhaul.api.payload.PayloadCodec codec;

  SdkCodec(dev.longhaul.api.payload.PayloadCodec codec) {
    this.codec = codec;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    try {
      return codec.encode(payloads.stream().map(SdkCodec::ours).toList()).stream()
          .map(SdkCodec::theirs)
          .toList();
    } catch (Exception e) {
      throw new PayloadCodecException(e);
    }
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    try {
      return codec.decode(payloads.stream().map(SdkCodec::ours).toList()).stream()
          .map(SdkCodec::theirs)
          .toList();
    } catch (Exception e) {
      throw new PayloadCodecException(e);
    }
  }

  private static dev.longhaul.api.payload.Payload ours(Payload payload) {
    Map<String, Bytes> metadata =
        payload.getMetadataMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> bytes(entry.getValue())));
    List<Long> externalSizes =
        payload.getExternalPayloadsList().stream()
            .map(Payload.ExternalPayloadDetails::getSizeBytes)
            .toList();
    return new dev.longhaul.api.payload.Payload(metadata, bytes(payload.getData()), externalSizes);
  }

  private static Payload theirs(dev.longhaul.api.payload.Payload payload) {
    Payload.Builder builder = Payload.newBuilder().setData(bytes(payload.data()));
    payload.metadata().forEach((key, value) -> builder.putMetadata(key, bytes(value)));
    payload
        .externalPayloadSizes()
        .forEach(size -> builder.addExternalPayloadsBuilder().setSizeBytes(size));
    return builder.build();
  }

  private static Bytes bytes(ByteString bytes) {
    return Bytes.copyOf(bytes.asReadOnlyByteBuffer());
  }

  private static ByteString bytes(Bytes bytes) {
    return ByteString.copyFrom(bytes.asReadOnlyBuffer());
  }
}
