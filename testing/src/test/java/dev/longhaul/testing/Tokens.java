package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;

/** Changes task tokens, which have the texts that they are made of in them, after their length. */
final class Tokens {
  private Tokens() {}

  /** Puts a text of the same length in the place of another. */
  static ByteString replace(ByteString token, String text, String other) {
    String bytes = token.toString(StandardCharsets.ISO_8859_1);
    if (!bytes.contains(text) || text.length() != other.length()) {
      throw new AssertionError("this token cannot be changed so");
    }
    return ByteString.copyFrom(bytes.replace(text, other), StandardCharsets.ISO_8859_1);
  }

  /** Leaves a text out. */
  static ByteString without(ByteString token, String text) {
    String lengthAndText = (char) text.length() + text;
    String bytes = token.toString(StandardCharsets.ISO_8859_1);
    if (!bytes.contains(lengthAndText)) {
      throw new AssertionError("this token cannot be changed so");
    }
    return ByteString.copyFrom(bytes.replace(lengthAndText, "\0"), StandardCharsets.ISO_8859_1);
  }
}
