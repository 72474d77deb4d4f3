package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries protobuf messages as their own bytes. */
final class ProtobufBinaryConverter implements PayloadConverter {
  static final String ENCODING = "binary/protobuf";

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) {
    return value instanceof Message message
        ? Optional.of(
            ProtobufMessages.payload(ENCODING, message, Bytes.unsafeWrap(message.toByteArray())))
        : Optional.empty();
  }

  @Override
  public Object fromPayload(Payload payload, Type type)
      throws PayloadException, InvalidProtocolBufferException {
    return ProtobufMessages.expected(payload, type)
        .getParserForType()
        .parseFrom(payload.data().asReadOnlyBuffer());
  }
}
