package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What both protobuf encodings share: the message's type, on the wire and as a class. */
final class ProtobufMessages {
  private static final Logger LOG = LoggerFactory.getLogger(ProtobufMessages.class);

  /** The metadata key whose value is the full name of the message. */
  static final String TYPE_KEY = "messageType";

  private static final ClassValue<GeneratedClass> CLASSES =
      new ClassValue<>() {
        @Override
        protected GeneratedClass computeValue(Class<?> type) {
          return new GeneratedClass(type);
        }
      };

  private ProtobufMessages() {}

  static Payload payload(String encoding, MessageOrBuilder message, Bytes data) {
    Map<String, Bytes> metadata =
        Map.of(
            Payload.ENCODING_KEY,
            Bytes.utf8(encoding),
            TYPE_KEY,
            Bytes.utf8(message.getDescriptorForType().getFullName()));
    return new Payload(metadata, data, List.of());
  }

  /**
   * The default instance of the generated class that a payload is to be read as. A payload that
   * names another message is read all the same, as the other SDKs do, since messages move between
   * packages; but it is logged, because fields that do not match are lost silently.
   */
  static Message expected(Payload payload, Type type) throws PayloadException {
    GeneratedClass expected = type instanceof Class<?> wanted ? CLASSES.get(wanted) : null;
    if (expected == null || expected.instance == null) {
      throw new PayloadException(
          "a protobuf message came, which only its generated class can take");
    }
    Optional<String> sent = payload.metadataText(TYPE_KEY);
    if (sent.isPresent()) {
      expected.compare(sent.get(), expected.instance.getDescriptorForType().getFullName());
    }
    return expected.instance;
  }

  /** Looked up once per class. */
  private static final class GeneratedClass {
    final @Nullable Message instance;
    private volatile @Nullable String reported;

    GeneratedClass(Class<?> type) {
      this.instance = Message.class.isAssignableFrom(type) ? defaultInstance(type) : null;
    }

    private static @Nullable Message defaultInstance(Class<?> type) {
      try {
        return (Message) type.getMethod("getDefaultInstance").invoke(null);
      } catch (ReflectiveOperationException e) {
        return null; // an interface such as Message itself, or a class that cannot be seen
      }
    }

    // Once as long as it stays the same: the next payload most likely names the same message.
    void compare(String sent, String wanted) {
      if (!sent.equals(wanted) && !sent.equals(reported)) {
        reported = sent;
        LOG.warn("a payload of message type {} is read as {}", Texts.cut(sent), wanted);
      }
    }
  }
}
