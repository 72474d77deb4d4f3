package dev.longhaul.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.util.JsonFormat;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.runtime.internal.convert.JacksonConverter;
import dev.longhaul.runtime.internal.convert.ProtobufJsonConverter;

/**
 * The built-in converters that can be had with other settings, for {@link
 * RuntimeOptions#converters()}. Thread-safe.
 *
 * <p>Built in, and asked in this order, are {@code binary/null}, {@code binary/plain} for {@code
 * byte[]}, {@code json/protobuf}, {@code binary/protobuf} and {@code json/plain}: the bytes that
 * Temporal's Java SDK writes and reads.
 */
public final class PayloadConverters {
  private PayloadConverters() {}

  /**
   * {@code json/plain} with this mapper, in place of the built-in one.
   *
   * @param mapper must not be changed any more; {@link #jsonMapper()} is a start
   */
  public static PayloadConverter json(ObjectMapper mapper) {
    return new JacksonConverter(mapper);
  }

  /** A builder of the mapper that {@code json/plain} has by default, to be changed. */
  public static JsonMapper.Builder jsonMapper() {
    return JacksonConverter.likeTheOfficialSdk();
  }

  /**
   * {@code json/protobuf} with this printer and parser, in place of the built-in one: for messages
   * in {@code Any} fields, which need a registry of types.
   */
  public static PayloadConverter protobufJson(
      JsonFormat.Printer printer, JsonFormat.Parser parser) {
    return new ProtobufJsonConverter(printer, parser);
  }
}
