package dev.longhaul.api;

import dev.longhaul.api.payload.Bytes;
import java.nio.ByteBuffer;

/**
 * The server's opaque token of exactly one attempt of an activity. Immutable and thread-safe.
 *
 * <p>Whoever has it may complete the activity: treat it as a secret, its {@linkplain #toText text}
 * too. It prints as its digest.
 */
public final class TaskToken implements ActivityReference {
  private final Bytes bytes;

  private TaskToken(Bytes bytes) {
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException(
          "a task token has at least one byte, this one has none: was it stored completely?");
    }
    this.bytes = bytes;
  }

  /**
   * The token with these bytes, exactly as the server gave them.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TaskToken of(byte[] bytes) {
    return new TaskToken(Bytes.copyOf(bytes));
  }

  /**
   * The token with the bytes that remain in the buffer.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static TaskToken of(ByteBuffer bytes) {
    return new TaskToken(Bytes.copyOf(bytes));
  }

  /**
   * Reads the text of a token.
   *
   * @throws IllegalArgumentException as {@link ActivityReference#parse}, and if it is that of ids
   */
  public static TaskToken parse(String text) {
    if (ActivityReference.parse(text) instanceof TaskToken token) {
      return token;
    }
    throw new IllegalArgumentException(
        "the text is that of activity ids, but here a task token is needed; use"
            + " ActivityReference.parse where both will do");
  }

  /** A fresh array with the token's bytes. */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** A read-only view of the token's bytes. */
  public ByteBuffer asReadOnlyBuffer() {
    return bytes.asReadOnlyBuffer();
  }

  @Override
  public String digest() {
    return Digests.of(bytes.asReadOnlyBuffer());
  }

  /** The token as text: a secret, as the token itself. */
  @Override
  public String toText() {
    return ReferenceText.of(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TaskToken that && bytes.equals(that.bytes);
  }

  @Override
  public int hashCode() {
    return bytes.hashCode();
  }

  /** The digest; never the token. */
  @Override
  public String toString() {
    return "TaskToken[" + digest() + "]";
  }
}
