package dev.longhaul.runtime;

import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.runtime.internal.convert.EncryptionCodec;
import dev.longhaul.runtime.internal.convert.ZlibCodec;

/**
 * Ready-made codecs for {@link RuntimeOptions#codecs()}. Thread-safe.
 *
 * <p>The last codec of the list encodes first: {@code List.of(encryption(keys), zlib())} compresses
 * and then encrypts, which is the order that works.
 */
public final class PayloadCodecs {
  private static final int DEFAULT_ZLIB_LIMIT = 64 * 1024 * 1024;

  private PayloadCodecs() {}

  /**
   * Encrypts with AES-256-GCM, as {@code binary/encrypted} in the convention of Temporal's samples.
   * What was never encrypted is read all the same, so that encryption can be turned on while
   * workflows run.
   *
   * <p>Nonces are random: one key is good for about four billion payloads.
   */
  public static PayloadCodec encryption(EncryptionKeys keys) {
    return new EncryptionCodec(keys);
  }

  /** As {@link #zlib(int)}, with a limit of 64 MiB. */
  public static PayloadCodec zlib() {
    return zlib(DEFAULT_ZLIB_LIMIT);
  }

  /**
   * Compresses what becomes smaller by it, as {@code binary/zlib}.
   *
   * @param maxDecompressedBytes of one payload: more than that is refused when it is read, since a
   *     few bytes can decompress to gigabytes, and is sent uncompressed
   * @throws IllegalArgumentException if it is not positive
   */
  public static PayloadCodec zlib(int maxDecompressedBytes) {
    if (maxDecompressedBytes <= 0) {
      throw new IllegalArgumentException(
          "maxDecompressedBytes is " + maxDecompressedBytes + "; it must be at least 1");
    }
    return new ZlibCodec(maxDecompressedBytes);
  }
}
