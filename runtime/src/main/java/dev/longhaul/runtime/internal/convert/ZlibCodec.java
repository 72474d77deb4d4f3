package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compresses payloads that become smaller by it, as the codecs of the official SDKs do.
 * Thread-safe.
 *
 * <p>A few bytes can decompress to gigabytes, so what is decompressed has a limit.
 */
public final class ZlibCodec extends PerPayloadCodec {
  private static final String ENCODING = "binary/zlib";
  private static final int FIRST_GUESS = 4;
  private static final int SMALLEST_BUFFER = 1024;

  private final int limit;

  /**
   * @param limit bytes that a payload may have when it is decompressed; larger ones are sent as
   *     they are
   */
  public ZlibCodec(int limit) {
    super(ENCODING);
    this.limit = limit;
  }

  @Override
  Payload wrap(Payload payload, byte[] serialized) {
    if (serialized.length > limit) {
      return payload;
    }
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(serialized);
      deflater.finish();
      byte[] buffer = new byte[serialized.length];
      int length = deflater.deflate(buffer);
      return length < serialized.length
          ? Payload.of(ENCODING, Bytes.unsafeWrap(Arrays.copyOf(buffer, length)))
          : payload;
    } finally {
      deflater.end();
    }
  }

  @Override
  ByteBuffer unwrap(Payload payload) throws PayloadException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(payload.data().asReadOnlyBuffer());
      return inflate(inflater, payload.data().size());
    } catch (DataFormatException e) {
      throw new PayloadException("a payload of " + ENCODING + " has data that is not zlib's");
    } finally {
      inflater.end();
    }
  }

  private ByteBuffer inflate(Inflater inflater, int compressed)
      throws DataFormatException, PayloadException {
    byte[] buffer = new byte[capacity((long) compressed * FIRST_GUESS)];
    int length = 0;
    while (!inflater.finished()) {
      int more = inflater.inflate(buffer, length, buffer.length - length);
      length += more;
      if (length > limit) {
        throw new PayloadException(
            "a payload of "
                + compressed
                + " compressed bytes has more than "
                + limit
                + " decompressed ones; raise the limit of the codec if that is meant");
      }
      if (more == 0 && !inflater.finished()) {
        throw new PayloadException("a payload of " + ENCODING + " has data that was cut off");
      }
      if (length == buffer.length) {
        buffer = Arrays.copyOf(buffer, capacity(buffer.length * 2L));
      }
    }
    return ByteBuffer.wrap(buffer, 0, length);
  }

  // One more than the limit, so that there is room to see that it is exceeded.
  private int capacity(long wanted) {
    return (int) Math.min(Math.max(wanted, SMALLEST_BUFFER), limit + 1L);
  }
}
