package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The converters in the order in which they are asked: those that were added, then the built-in
 * ones, each in the place that the other SDKs give it. Thread-safe.
 *
 * <p>One with the encoding of a built-in converter takes its place instead of being asked first: a
 * JSON library takes every value, and would take null and bytes too.
 */
final class Converters {
  /** What marks a payload that only refers to its value, since external storage has it. */
  private static final String STORAGE_REFERENCE = "temporal.api.sdk.v1.ExternalStorageReference";

  private static final String OLD_STORAGE_REFERENCE = "json/external-storage-reference";

  private final List<PayloadConverter> inOrder;
  private final Map<String, PayloadConverter> byEncoding = new LinkedHashMap<>();

  /** With these converters beside or in place of the built-in ones; no two of one encoding. */
  Converters(List<PayloadConverter> given) {
    Map<String, PayloadConverter> replacing = new LinkedHashMap<>();
    given.forEach(converter -> replacing.put(converter.encoding(), converter));
    List<PayloadConverter> builtIn = new ArrayList<>();
    builtIn()
        .forEach(
            (encoding, converter) -> {
              PayloadConverter replacement = replacing.remove(encoding);
              builtIn.add(replacement == null ? converter.get() : replacement);
            });
    inOrder = new ArrayList<>(replacing.values());
    inOrder.addAll(builtIn);
    inOrder.forEach(converter -> byEncoding.put(converter.encoding(), converter));
  }

  private static Map<String, Supplier<PayloadConverter>> builtIn() {
    Map<String, Supplier<PayloadConverter>> converters = new LinkedHashMap<>();
    converters.put(NullConverter.ENCODING, NullConverter::new);
    converters.put(ByteArrayConverter.ENCODING, ByteArrayConverter::new);
    converters.put(ProtobufJsonConverter.ENCODING, ProtobufJsonConverter::likeTheOfficialSdk);
    converters.put(ProtobufBinaryConverter.ENCODING, ProtobufBinaryConverter::new);
    converters.put(
        JacksonConverter.ENCODING,
        () -> new JacksonConverter(JacksonConverter.likeTheOfficialSdk().build()));
    return converters;
  }

  /** The payload of a value; a payload is passed on as it is. */
  Payload toPayload(@Nullable Object value) throws Exception {
    if (value instanceof Payload payload) {
      return payload;
    }
    for (PayloadConverter converter : inOrder) {
      Optional<Payload> payload = converter.toPayload(value);
      if (payload.isPresent()) {
        return payload.get();
      }
    }
    throw new PayloadException("none of the converters takes it: " + byEncoding.keySet());
  }

  /** The value of a payload; the payload itself where that is what is wanted. */
  @Nullable Object fromPayload(Payload payload, Type type) throws Exception {
    if (type == Payload.class) {
      return payload;
    }
    String encoding = payload.encoding().orElse("");
    PayloadConverter converter = byEncoding.get(encoding);
    if (isStorageReference(payload, encoding, converter)) {
      throw new PayloadException(
          "it only refers to a value in external storage, which is not read here; send the value"
              + " itself");
    }
    if (converter == null) {
      throw new PayloadException(
          "nothing here reads that encoding, only "
              + byEncoding.keySet()
              + "; add the codec or PayloadConverter for it");
    }
    return converter.fromPayload(payload, type);
  }

  private static boolean isStorageReference(
      Payload payload, String encoding, @Nullable PayloadConverter converter) {
    if (encoding.equals(ProtobufJsonConverter.ENCODING)) {
      return payload.metadataText(ProtobufMessages.TYPE_KEY).equals(Optional.of(STORAGE_REFERENCE));
    }
    return encoding.equals(OLD_STORAGE_REFERENCE)
        || (converter == null && !payload.externalPayloadSizes().isEmpty());
  }
}
