package dev.longhaul.runtime.internal.convert;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a value cannot travel. Converters quote values in their messages, so these are
 * neither repeated nor kept as causes, except where they speak of classes alone or promise to keep
 * values to themselves.
 */
final class ConversionErrors {
  private ConversionErrors() {}

  static PayloadConversionException cannotEncode(
      @Nullable ActivityReference about, @Nullable Object value, Throwable e) {
    return conversion(
        about,
        (value == null ? "null" : "a value of " + value.getClass().getName())
            + " cannot be converted to a payload"
            + where(e)
            + why(e)
            + "; make it a type that JSON can carry, or add a PayloadConverter");
  }

  static PayloadConversionException cannotDecode(
      @Nullable ActivityReference about, Payload payload, Type type, Throwable e) {
    return conversion(
        about,
        "a payload of encoding "
            + Texts.cut(payload.encoding().orElse("(none)"))
            + " cannot be read as "
            + type.getTypeName()
            + where(e)
            + why(e)
            + (e instanceof PayloadException ? "" : "; let sender and receiver agree on the type"));
  }

  static PayloadConversionException codecFailed(
      @Nullable ActivityReference about, String doing, Throwable e) {
    return new PayloadConversionException(
        "a payload codec failed while " + doing + why(e), digest(about), true);
  }

  static PayloadTooLargeException tooLarge(
      ActivityReference about, String what, int size, int limit) {
    return new PayloadTooLargeException(
        what
            + " of activity "
            + about.digest()
            + " takes "
            + size
            + " bytes encoded, but the server stores at most "
            + limit
            + "; store the data elsewhere and send a reference to it",
        about.digest(),
        null,
        null);
  }

  private static PayloadConversionException conversion(
      @Nullable ActivityReference about, String message) {
    return new PayloadConversionException(message, digest(about), false);
  }

  private static String digest(@Nullable ActivityReference about) {
    return about == null ? "" : about.digest();
  }

  private static String why(Throwable e) {
    if (e instanceof PayloadException shown) {
      return ": " + shown.getMessage();
    }
    return e instanceof InvalidDefinitionException aboutClasses
        ? ": " + aboutClasses.getOriginalMessage()
        : " (" + e.getClass().getSimpleName() + ")";
  }

  private static String where(Throwable e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "";
    }
    StringBuilder path = new StringBuilder(" at $");
    for (JsonMappingException.Reference step : mapping.getPath()) {
      if (step.getFrom() instanceof Map) {
        path.append("[a key]"); // keys are data, which fields of a class are not
      } else if (step.getFieldName() != null) {
        path.append('.').append(step.getFieldName());
      } else {
        path.append('[').append(step.getIndex()).append(']');
      }
    }
    return path.toString();
  }
}
