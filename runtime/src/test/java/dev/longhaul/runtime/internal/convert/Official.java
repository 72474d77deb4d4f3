package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhaul.api.payload.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.failure.v1.Failure;
import java.util.List;

/** Payloads and failures of ours as the official classes, and back, by their bytes alone. */
final class Official {
  private Official() {}

  static Payloads payloads(dev.longhaul.proto.common.v1.Payloads ours) {
    try {
      return Payloads.parseFrom(ours.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  static Payloads payloads(List<Payload> ours) {
    return payloads(ProtoPayloads.toProto(ours));
  }

  static List<Payload> ours(Payloads official) {
    try {
      return ProtoPayloads.fromProto(
          dev.longhaul.proto.common.v1.Payloads.parseFrom(official.toByteString()));
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  static Failure failure(dev.longhaul.proto.failure.v1.Failure ours) {
    try {
      return Failure.parseFrom(ours.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }

  static dev.longhaul.proto.failure.v1.Failure ours(Failure official) {
    try {
      return dev.longhaul.proto.failure.v1.Failure.parseFrom(official.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError(e);
    }
  }
}
