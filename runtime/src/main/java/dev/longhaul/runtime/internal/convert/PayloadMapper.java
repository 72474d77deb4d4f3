package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.proto.common.v1.Payloads;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into payloads and back: converters, then codecs. Thread-safe. Methods name the
 * activity by its digest in the {@link PayloadConversionException}s that they throw.
 */
public final class PayloadMapper {
  private final Converters converters;
  private final CodecChain codecs;

  /** With these converters beside or in place of the built-in ones, and these codecs. */
  public PayloadMapper(List<PayloadConverter> converters, List<PayloadCodec> codecs) {
    this.converters = new Converters(converters);
    this.codecs = new CodecChain(codecs);
  }

  /** Encodes the values, one payload each. */
  public Payloads encode(ActivityReference about, List<? extends @Nullable Object> values) {
    return ProtoPayloads.toProto(encodeByCodecs(about, convert(about, values)));
  }

  /** Reads serialized payloads and undoes the codecs; none for null. */
  public List<Payload> decode(ActivityReference about, @Nullable Bytes serialized) {
    List<Payload> received = ProtoPayloads.fromProto(ProtoPayloads.parse(serialized));
    try {
      return codecs.decode(received);
    } catch (Exception | LinkageError e) {
      throw ConversionErrors.codecFailed(about, "decoding", e);
    }
  }

  /** Reads the value of a payload whose codecs are undone. */
  public @Nullable Object fromPayload(ActivityReference about, Payload payload, Type type) {
    try {
      return converters.fromPayload(payload, type);
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw ConversionErrors.cannotDecode(about, payload, type, e);
    }
  }

  private List<Payload> convert(ActivityReference about, List<? extends @Nullable Object> values) {
    List<Payload> payloads = new ArrayList<>(values.size());
    for (Object value : values) {
      try {
        payloads.add(converters.toPayload(value));
      } catch (Exception | LinkageError | StackOverflowError e) {
        throw ConversionErrors.cannotEncode(about, value, e);
      }
    }
    return payloads;
  }

  private List<Payload> encodeByCodecs(ActivityReference about, List<Payload> payloads) {
    try {
      return codecs.encode(payloads);
    } catch (Exception | LinkageError e) {
      throw ConversionErrors.codecFailed(about, "encoding", e);
    }
  }
}
