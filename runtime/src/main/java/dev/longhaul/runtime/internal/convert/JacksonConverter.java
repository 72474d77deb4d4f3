package dev.longhaul.runtime.internal.convert;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries every value as JSON, by Jackson. Thread-safe. */
public final class JacksonConverter implements PayloadConverter {
  static final String ENCODING = "json/plain";

  /** The first Java that has them. */
  private static final int VIRTUAL_THREADS = 21;

  private final ObjectMapper mapper;

  /** As this mapper writes and reads it; it must not be changed any more. */
  public JacksonConverter(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** A builder with the settings of Temporal's Java SDK: equal settings make equal bytes. */
  public static JsonMapper.Builder likeTheOfficialSdk() {
    return JsonMapper.builder(JsonFactory.builder().recyclerPool(buffers()).build())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module());
  }

  // Virtual threads end with their tasks, and with them what Jackson would keep for each thread.
  private static RecyclerPool<BufferRecycler> buffers() {
    return Runtime.version().feature() < VIRTUAL_THREADS
        ? JsonRecyclerPools.threadLocalPool()
        : JsonRecyclerPools.newConcurrentDequePool();
  }

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) throws IOException {
    return Optional.of(Payload.of(ENCODING, Bytes.unsafeWrap(mapper.writeValueAsBytes(value))));
  }

  @Override
  public @Nullable Object fromPayload(Payload payload, Type type) throws IOException {
    return payload.data().isEmpty()
        ? null
        : mapper.readValue(
            new ByteBufferBackedInputStream(payload.data().asReadOnlyBuffer()),
            mapper.constructType(type));
  }
}
