package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Payloads as messages, as values and as bytes; nothing is lost on the way. */
public final class ProtoPayloads {
  private ProtoPayloads() {}

  /** The value as a message. */
  public static dev.longhaul.proto.common.v1.Payload toProto(Payload payload) {
    var builder = dev.longhaul.proto.common.v1.Payload.newBuilder().setData(string(payload.data()));
    payload.metadata().forEach((key, value) -> builder.putMetadata(key, string(value)));
    payload
        .externalPayloadSizes()
        .forEach(size -> builder.addExternalPayloadsBuilder().setSizeBytes(size));
    return builder.build();
  }

  /** The message as a value. */
  public static Payload fromProto(dev.longhaul.proto.common.v1.Payload message) {
    Map<String, Bytes> metadata = new HashMap<>();
    message.getMetadataMap().forEach((key, value) -> metadata.put(key, bytes(value)));
    List<Long> sizes = new ArrayList<>(0);
    message.getExternalPayloadsList().forEach(external -> sizes.add(external.getSizeBytes()));
    return new Payload(metadata, bytes(message.getData()), sizes);
  }

  /** The messages as one. */
  public static Payloads toProto(List<Payload> payloads) {
    Payloads.Builder builder = Payloads.newBuilder();
    payloads.forEach(payload -> builder.addPayloads(toProto(payload)));
    return builder.build();
  }

  /** The message as values. */
  public static List<Payload> fromProto(Payloads payloads) {
    List<Payload> values = new ArrayList<>(payloads.getPayloadsCount());
    payloads.getPayloadsList().forEach(payload -> values.add(fromProto(payload)));
    return Collections.unmodifiableList(values);
  }

  /** The bytes that {@link #serialized} made, as a message again; none for null. */
  public static Payloads parse(@Nullable Bytes serialized) {
    if (serialized == null) {
      return Payloads.getDefaultInstance();
    }
    try {
      return Payloads.parseFrom(serialized.asReadOnlyBuffer());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("bytes that were serialized payloads no longer are", e);
    }
  }

  /** The message as bytes; null if it has no payloads. */
  public static @Nullable Bytes serialized(Payloads payloads) {
    return payloads.getPayloadsCount() == 0 ? null : Bytes.unsafeWrap(payloads.toByteArray());
  }

  private static ByteString string(Bytes bytes) {
    return UnsafeByteOperations.unsafeWrap(bytes.asReadOnlyBuffer());
  }

  private static Bytes bytes(ByteString string) {
    return Bytes.copyOf(string.asReadOnlyByteBuffer());
  }
}
