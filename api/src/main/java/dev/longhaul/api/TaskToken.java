package dev.longhaul.api;

import dev.longhaul.api.payload.Bytes;
import java.nio.ByteBuffer;

/**
 * The server's opaque token of exactly one attempt of an activity. Immutable and thread-safe.
 *
 * <p>Whoever has it may complete the activity: treat it as a secret. It prints as its digest.
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
