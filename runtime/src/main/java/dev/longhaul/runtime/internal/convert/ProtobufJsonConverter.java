package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadConverter;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries protobuf messages in their JSON form, which people and other languages can read. */
public final class ProtobufJsonConverter implements PayloadConverter {
  static final String ENCODING = "json/protobuf";

  private final JsonFormat.Printer printer;
  private final JsonFormat.Parser parser;

  /** As this printer writes and this parser reads it. */
  public ProtobufJsonConverter(JsonFormat.Printer printer, JsonFormat.Parser parser) {
    this.printer = printer;
    this.parser = parser;
  }

  /** As the official SDKs do it: fields that are not known here are ignored. */
  static ProtobufJsonConverter likeTheOfficialSdk() {
    return new ProtobufJsonConverter(
        JsonFormat.printer(), JsonFormat.parser().ignoringUnknownFields());
  }

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public Optional<Payload> toPayload(@Nullable Object value) throws InvalidProtocolBufferException {
    return value instanceof MessageOrBuilder message
        ? Optional.of(
            ProtobufMessages.payload(ENCODING, message, Bytes.utf8(printer.print(message))))
        : Optional.empty();
  }

  @Override
  public Object fromPayload(Payload payload, Type type)
      throws PayloadException, InvalidProtocolBufferException {
    Message.Builder builder = ProtobufMessages.expected(payload, type).newBuilderForType();
    parser.merge(payload.data().toUtf8(), builder);
    return builder.build();
  }
}
