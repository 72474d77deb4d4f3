package dev.longhaul.runtime.internal.convert;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries everything else as JSON, with the settings of Temporal's Java SDK. */
final class JacksonConverter implements PayloadConverter {
  private static final String ENCODING = "json/plain";

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .build();

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) throws IOException {
    return Optional.of(Payload.of(ENCODING, Bytes.copyOf(mapper.writeValueAsBytes(value))));
  }

  @Override
  public @Nullable Object fromPayload(Payload payload, Type type) throws IOException {
    return payload.data().isEmpty()
        ? null
        : mapper.readValue(payload.data().toByteArray(), mapper.constructType(type));
  }
}
