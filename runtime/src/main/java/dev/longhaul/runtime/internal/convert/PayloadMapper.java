package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.EncodedValues;
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
    this(new Converters(converters), new CodecChain(codecs));
  }

  private PayloadMapper(Converters converters, CodecChain codecs) {
    this.converters = converters;
    this.codecs = codecs;
  }

  /** With the same codecs, and the built-in converters alone. */
  PayloadMapper withBuiltInConverters() {
    return new PayloadMapper(new Converters(List.of()), codecs);
  }

  /**
   * Encodes the values, one payload each.
   *
   * @param about null if they are not about an activity, as in every method here
   */
  public Payloads encode(
      @Nullable ActivityReference about, List<? extends @Nullable Object> values) {
    return encodeByCodecs(about, convert(about, values));
  }

  /** Reads serialized payloads and undoes the codecs; none for null. */
  public List<Payload> decode(@Nullable ActivityReference about, @Nullable Bytes serialized) {
    return decode(about, ProtoPayloads.parse(serialized));
  }

  /** Undoes the codecs. */
  List<Payload> decode(@Nullable ActivityReference about, Payloads received) {
    try {
      return codecs.decode(ProtoPayloads.fromProto(received));
    } catch (Exception | LinkageError e) {
      throw ConversionErrors.codecFailed(about, "decoding", e);
    }
  }

  /** Reads the value of a payload whose codecs are undone. */
  public @Nullable Object fromPayload(
      @Nullable ActivityReference about, Payload payload, Type type) {
    try {
      return converters.fromPayload(payload, type);
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw ConversionErrors.cannotDecode(about, payload, type, e);
    }
  }

  /** Undoes the codecs; what each payload holds is read when it is asked for. */
  public EncodedValues values(Payloads received) {
    return new PayloadValues(decode(null, received), this);
  }

  /** Converts the values, before any codec. */
  List<Payload> convert(
      @Nullable ActivityReference about, List<? extends @Nullable Object> values) {
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

  /** Applies the codecs. */
  Payloads encodeByCodecs(@Nullable ActivityReference about, List<Payload> payloads) {
    try {
      return ProtoPayloads.toProto(codecs.encode(payloads));
    } catch (Exception | LinkageError e) {
      throw ConversionErrors.codecFailed(about, "encoding", e);
    }
  }
}
