package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.EncodedValues;
import dev.longhaul.api.TypeRef;
import dev.longhaul.api.payload.Payload;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** Payloads with the converters that read them. */
record PayloadValues(List<Payload> payloads, PayloadMapper mapper) implements EncodedValues {

  @Override
  public <T> Optional<T> get(int index, Class<T> type) {
    return get(index, (Type) type);
  }

  @Override
  public <T> Optional<T> get(int index, TypeRef<T> type) {
    return get(index, type.type());
  }

  // The value was read as exactly this type.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> Optional<T> get(int index, Type type) {
    return index >= payloads.size()
        ? Optional.empty()
        : Optional.ofNullable((T) mapper.fromPayload(null, payloads.get(index), type));
  }

  /** How many there are, never which. */
  @Override
  public String toString() {
    return payloads.size() + " encoded";
  }
}
