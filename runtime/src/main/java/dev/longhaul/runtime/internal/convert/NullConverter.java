package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries null, whatever the type. */
final class NullConverter implements PayloadConverter {
  static final String ENCODING = "binary/null";
  private static final Optional<Payload> NULL = Optional.of(Payload.of(ENCODING, Bytes.empty()));

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) {
    return value == null ? NULL : Optional.empty();
  }

  @Override
  public @Nullable Object fromPayload(Payload payload, Type type) {
    return null;
  }
}
