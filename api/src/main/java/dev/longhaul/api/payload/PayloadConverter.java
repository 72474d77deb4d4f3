package dev.longhaul.api.payload;

import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into payloads of one encoding and back. Must be thread-safe.
 *
 * <p>Converters are asked in order; the first one that accepts a value encodes it. Decoding goes by
 * the payload's encoding. One that has the encoding of a built-in converter takes its place; others
 * are asked before the built-in ones. Conversions run where blocking is allowed, never on a network
 * thread.
 */
public interface PayloadConverter {

  /** The encoding that this converter writes and reads, such as {@code json/plain}. */
  String encoding();

  /**
   * Encodes the value, or answers empty where it is not for this converter.
   *
   * @throws Exception if the value is for this converter and cannot be encoded; the message is
   *     shown only if it is a {@link PayloadException}
   */
  Optional<Payload> toPayload(@Nullable Object value) throws Exception;

  /**
   * Decodes a payload of this converter's encoding.
   *
   * @param type the declared type, generics included
   * @throws Exception if the payload does not fit the type; the message is shown only if it is a
   *     {@link PayloadException}
   */
  @Nullable Object fromPayload(Payload payload, Type type) throws Exception;
}
