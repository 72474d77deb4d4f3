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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into payloads and back: converters in order, then codecs. Thread-safe. Methods name
 * the activity by its digest in the {@link PayloadConversionException}s that they throw.
 */
public final class PayloadMapper {
  private final List<PayloadConverter> converters;
  private final Map<String, PayloadConverter> byEncoding = new LinkedHashMap<>();
  private final List<PayloadCodec> codecs;

  /** With converters that are asked before the built-in ones. */
  public PayloadMapper(List<PayloadConverter> first, List<PayloadCodec> codecs) {
    this.converters = new ArrayList<>(first);
    converters.add(new NullConverter());
    converters.add(new ByteArrayConverter());
    converters.add(new JacksonConverter());
    converters.forEach(converter -> byEncoding.putIfAbsent(converter.encoding(), converter));
    this.codecs = List.copyOf(codecs);
  }

  /** Encodes the values, one payload each. */
  public Payloads encode(ActivityReference about, List<? extends @Nullable Object> values) {
    List<Payload> payloads = new ArrayList<>(values.size());
    for (Object value : values) {
      payloads.add(toPayload(about, value));
    }
    return ProtoPayloads.toProto(encodeByCodecs(about, payloads));
  }

  /** Reads serialized payloads and undoes the codecs; none for null. */
  public List<Payload> decode(ActivityReference about, @Nullable Bytes serialized) {
    List<Payload> decoded = ProtoPayloads.fromProto(ProtoPayloads.parse(serialized));
    for (PayloadCodec codec : codecs) {
      try {
        decoded = codec.decode(decoded);
      } catch (Exception e) {
        throw ConversionErrors.codecFailed(about.digest(), "decoding", e);
      }
    }
    return decoded;
  }

  /** Reads the value of a payload whose codecs are undone. */
  public @Nullable Object fromPayload(ActivityReference about, Payload payload, Type type) {
    PayloadConverter converter = byEncoding.get(payload.encoding().orElse(""));
    if (converter == null) {
      throw ConversionErrors.unknownEncoding(
          about.digest(), payload, List.copyOf(byEncoding.keySet()));
    }
    try {
      return converter.fromPayload(payload, type);
    } catch (Exception e) {
      throw ConversionErrors.cannotDecode(about.digest(), payload, type, e);
    }
  }

  private Payload toPayload(ActivityReference about, @Nullable Object value) {
    if (value instanceof Payload payload) {
      return payload; // encoded already, to be passed on as it is
    }
    try {
      for (PayloadConverter converter : converters) {
        Optional<Payload> payload = converter.toPayload(value);
        if (payload.isPresent()) {
          return payload.get();
        }
      }
    } catch (Exception e) {
      throw ConversionErrors.cannotEncode(about.digest(), value == null ? "null" : value, e);
    }
    throw new IllegalStateException("the JSON converter takes every value");
  }

  private List<Payload> encodeByCodecs(ActivityReference about, List<Payload> payloads) {
    List<Payload> encoded = payloads;
    for (int i = codecs.size() - 1; i >= 0; i--) {
      try {
        encoded = codecs.get(i).encode(encoded);
      } catch (Exception e) {
        throw ConversionErrors.codecFailed(about.digest(), "encoding", e);
      }
    }
    return encoded;
  }
}
