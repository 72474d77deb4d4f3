package dev.longhaul.api.payload;

import java.util.List;

/**
 * Transforms payloads on their way, for example to encrypt or compress them. Must be thread-safe.
 *
 * <p>In a chain of codecs the last one encodes first and decodes last, as in the other SDKs. A
 * payload whose encoding a codec does not know passes through it untouched.
 */
public interface PayloadCodec {

  /**
   * Transforms payloads that are about to be sent; as many come out as went in.
   *
   * @throws Exception if it cannot; the message is shown only if it is a {@link PayloadException}
   */
  List<Payload> encode(List<Payload> payloads) throws Exception;

  /**
   * Undoes {@link #encode} for payloads that were received; as many come out as went in.
   *
   * @throws Exception if it cannot; the message is shown only if it is a {@link PayloadException}
   */
  List<Payload> decode(List<Payload> payloads) throws Exception;
}
