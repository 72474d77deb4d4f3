package dev.longhaul.api.payload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An immutable sequence of bytes that never prints its content. Thread-safe.
 *
 * <p>Payloads and task tokens are made of it: a plain array could be changed behind their back and
 * would show up in logs.
 */
public final class Bytes {
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** No bytes. */
  public static Bytes empty() {
    return EMPTY;
  }

  /** A copy of the array's content. */
  public static Bytes copyOf(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array.clone());
  }

  /** A copy of what remains in the buffer; the buffer's position does not move. */
  public static Bytes copyOf(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy.length == 0 ? EMPTY : new Bytes(copy);
  }

  /**
   * The array itself, without a copy: for whoever has just made it and never touches it again. An
   * array that is changed later changes these bytes, which everybody else takes for immutable.
   */
  public static Bytes unsafeWrap(byte[] array) {
    return array.length == 0 ? EMPTY : new Bytes(array);
  }

  /** The text in UTF-8. */
  public static Bytes utf8(String text) {
    return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** How many bytes there are. */
  public int size() {
    return array.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return array.length == 0;
  }

  /** A fresh array with the content. */
  public byte[] toByteArray() {
    return array.clone();
  }

  /** A read-only view of the content; nothing is copied. */
  public ByteBuffer asReadOnlyBuffer() {
    return ByteBuffer.wrap(array).asReadOnlyBuffer();
  }

  /** The content read as UTF-8. */
  public String toUtf8() {
    return new String(array, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(array, that.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /** The size alone: content may be secret. */
  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
