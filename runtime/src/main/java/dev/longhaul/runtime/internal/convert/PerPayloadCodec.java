package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A codec that hides each payload as a whole in another one, which its encoding tells apart. */
abstract class PerPayloadCodec implements PayloadCodec {
  private final String encoding;

  PerPayloadCodec(String encoding) {
    this.encoding = encoding;
  }

  /** The payload around the serialized one; the payload itself if it is better left as it is. */
  abstract Payload wrap(Payload payload, byte[] serialized) throws PayloadException;

  /** The serialized payload inside one of this codec's encoding. */
  abstract ByteBuffer unwrap(Payload payload) throws PayloadException;

  @Override
  public final List<Payload> encode(List<Payload> payloads) throws PayloadException {
    List<Payload> encoded = new ArrayList<>(payloads.size());
    for (Payload payload : payloads) {
      encoded.add(wrap(payload, ProtoPayloads.toProto(payload).toByteArray()));
    }
    return encoded;
  }

  @Override
  public final List<Payload> decode(List<Payload> payloads) throws PayloadException {
    List<Payload> decoded = new ArrayList<>(payloads.size());
    for (Payload payload : payloads) {
      boolean ours = payload.encoding().filter(encoding::equals).isPresent();
      decoded.add(ours ? parse(unwrap(payload)) : payload);
    }
    return decoded;
  }

  private Payload parse(ByteBuffer serialized) throws PayloadException {
    try {
      return ProtoPayloads.fromProto(dev.longhaul.proto.common.v1.Payload.parseFrom(serialized));
    } catch (InvalidProtocolBufferException e) {
      throw new PayloadException("what is inside a payload of " + encoding + " is no payload");
    }
  }
}
