package dev.longhaul.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

/** Between our generated messages and those of the official SDK. */
final class Official {
  private Official() {}

  /** The same message in the other class. */
  static <T> T parse(Parser<T> parser, Message message) {
    try {
      return parser.parseFrom(message.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("not the same message", e);
    }
  }
}
