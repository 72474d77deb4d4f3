package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadException;
import java.util.List;

/** Codecs, of which the last encodes first and decodes last. Thread-safe. */
final class CodecChain {
  private final List<PayloadCodec> codecs;

  CodecChain(List<PayloadCodec> codecs) {
    this.codecs = List.copyOf(codecs);
  }

  List<Payload> encode(List<Payload> payloads) throws Exception {
    List<Payload> encoded = payloads;
    for (int i = codecs.size() - 1; i >= 0; i--) {
      encoded = asMany(encoded, codecs.get(i).encode(encoded), codecs.get(i));
    }
    return encoded;
  }

  List<Payload> decode(List<Payload> payloads) throws Exception {
    List<Payload> decoded = payloads;
    for (PayloadCodec codec : codecs) {
      decoded = asMany(decoded, codec.decode(decoded), codec);
    }
    return decoded;
  }

  // A payload less would move every value after it to the wrong parameter.
  private static List<Payload> asMany(List<Payload> in, List<Payload> out, PayloadCodec codec)
      throws PayloadException {
    if (out.size() != in.size()) {
      throw new PayloadException(
          codec.getClass().getName() + " made " + out.size() + " payloads of " + in.size());
    }
    return out;
  }
}
