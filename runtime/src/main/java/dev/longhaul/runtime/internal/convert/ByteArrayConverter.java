package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries {@code byte[]} as it is. */
final class ByteArrayConverter implements PayloadConverter {
  static final String ENCODING = "binary/plain";

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) {
    return value instanceof byte[] array
        ? Optional.of(Payload.of(ENCODING, Bytes.copyOf(array)))
        : Optional.empty();
  }

  @Override
  public Object fromPayload(Payload payload, Type type) throws PayloadException {
    if (type != byte[].class && type != Object.class) {
      throw new PayloadException("raw bytes came, which only byte[] can take");
    }
    return payload.data().toByteArray();
  }
}
