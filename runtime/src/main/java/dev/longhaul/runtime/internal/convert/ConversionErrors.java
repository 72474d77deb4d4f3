package dev.longhaul.runtime.internal.convert;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.payload.Payload;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a value cannot travel. Converters quote values in their messages, so these are
 * neither repeated nor kept as causes, except where they speak of classes alone.
 */
final class ConversionErrors {
  private ConversionErrors() {}

  static PayloadConversionException cannotEncode(String digest, Object value, Exception e) {
    boolean aboutClassesOnly = e instanceof InvalidDefinitionException;
    return new PayloadConversionException(
        "a value of "
            + value.getClass().getName()
            + " cannot be converted to a payload"
            + where(e)
            + (aboutClassesOnly
                ? ": " + ((InvalidDefinitionException) e).getOriginalMessage()
                : " (" + e.getClass().getName() + ")")
            + "; make it a type that JSON can carry, or add a PayloadConverter",
        digest,
        null,
        null);
  }

  static PayloadConversionException cannotDecode(
      String digest, Payload payload, Type type, Exception e) {
    return new PayloadConversionException(
        "a payload of encoding "
            + payload.encoding().orElse("(none)")
            + " does not fit "
            + type.getTypeName()
            + where(e)
            + " ("
            + e.getClass().getSimpleName()
            + "); let sender and receiver agree on the type",
        digest,
        null,
        null);
  }

  static PayloadConversionException unknownEncoding(
      String digest, Payload payload, List<String> known) {
    String encoding = payload.encoding().orElse("(none)");
    String hint =
        encoding.contains("external-storage") || !payload.externalPayloadSizes().isEmpty()
            ? "it only refers to a value in external storage, which is not read here; send the value"
                + " itself"
            : "the converters here read " + known + "; add the codec or PayloadConverter for it";
    return new PayloadConversionException(
        "a payload has the encoding " + encoding + ", which nothing here can read: " + hint,
        digest,
        null,
        null);
  }

  static PayloadConversionException codecFailed(String digest, String doing, Exception e) {
    return new PayloadConversionException(
        "a payload codec failed while " + doing + " (" + e.getClass().getName() + ")",
        digest,
        null,
        null);
  }

  static PayloadTooLargeException tooLarge(String digest, String what, int size, int limit) {
    return new PayloadTooLargeException(
        what
            + " of activity "
            + digest
            + " takes "
            + size
            + " bytes encoded, but the server stores at most "
            + limit
            + "; store the data elsewhere and send a reference to it",
        digest,
        null,
        null);
  }

  private static String where(@Nullable Exception e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    StringBuilder path = new StringBuilder(" at $");
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFieldName() != null) {
        path.append('.').append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }
}
