package dev.longhaul.docs;

import com.google.protobuf.util.JsonFormat;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.runtime.PayloadConverters;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the place of json/protobuf: reads it, and leaves what is written to binary/protobuf. */
final class BinaryProtobuf implements PayloadConverter {
  private final PayloadConverter json =
      PayloadConverters.protobufJson(
          JsonFormat.printer(), JsonFormat.parser().ignoringUnknownFields());

  @Override
  public String encoding() {
    return json.encoding();
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) {
    return Optional.empty();
  }

  @Override
  public @Nullable Object fromPayload(Payload payload, Type type) throws Exception {
    return json.fromPayload(payload, type);
  }
}
