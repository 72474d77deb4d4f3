package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values inside a failure, found by their type: a kind with values that was forgotten here
 * would send them past the codecs.
 */
final class FailureValues {
  private static final OneofDescriptor KIND = Failure.getDescriptor().getOneofs().get(0);

  private FailureValues() {}

  /** Replaces the values of this failure, or drops them for null; its causes are left alone. */
  static void replace(Failure.Builder failure, Function<Payloads, @Nullable Payloads> change) {
    FieldDescriptor kind = failure.getOneofFieldDescriptor(KIND);
    if (kind == null) {
      return;
    }
    Message.Builder info = failure.getFieldBuilder(kind);
    for (FieldDescriptor field : info.getDescriptorForType().getFields()) {
      if (holdsValues(field) && info.hasField(field)) {
        Payloads changed = change.apply((Payloads) info.getField(field));
        if (changed == null) {
          info.clearField(field);
        } else {
          info.setField(field, changed);
        }
      }
    }
  }

  private static boolean holdsValues(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().equals(Payloads.getDescriptor());
  }
}
