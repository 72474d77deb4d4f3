package dev.longhaul.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fills every field of a message, and of the messages in it, with values that differ from each
 * other and from the default. Of each oneof the variant with the filler's number is set.
 */
final class Filler {
  private static final int ELEMENTS = 2;
  private static final int DEPTH = 8;

  private final int variant;
  private final Deque<Descriptor> path = new ArrayDeque<>();
  private int last;

  private Filler(int variant) {
    this.variant = variant;
  }

  /**
   * A full message; {@code variant} chooses among the fields of each oneof, modulo their number.
   */
  static Message fill(Message prototype, int variant) {
    return new Filler(variant).filled(prototype.newBuilderForType());
  }

  /** How many variants show every field of every oneof within reach of the type. */
  static int variants(Descriptor type) {
    return variants(type, new HashSet<>());
  }

  private static int variants(Descriptor type, Set<Descriptor> seen) {
    if (!seen.add(type)) {
      return 1;
    }
    int most = 1;
    for (OneofDescriptor oneof : type.getOneofs()) {
      most = Math.max(most, oneof.getFieldCount());
    }
    for (FieldDescriptor field : type.getFields()) {
      if (isMessage(field)) {
        most = Math.max(most, variants(field.getMessageType(), seen));
      }
    }
    return most;
  }

  private Message filled(Message.Builder message) {
    path.push(message.getDescriptorForType());
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (isChosen(field) && !isTooDeep(field)) {
        set(message, field);
      }
    }
    path.pop();
    return message.build();
  }

  private void set(Message.Builder message, FieldDescriptor field) {
    if (!field.isRepeated()) {
      message.setField(field, value(message, field));
      return;
    }
    for (int i = 0; i < ELEMENTS; i++) {
      message.addRepeatedField(field, value(message, field));
    }
  }

  private Object value(Message.Builder parent, FieldDescriptor field) {
    int next = ++last;
    return switch (field.getJavaType()) {
      case INT -> next;
      case LONG -> (1L << 40) + next;
      case FLOAT -> next + 0.5f;
      case DOUBLE -> next + 0.25;
      case BOOLEAN -> true;
      case STRING -> "text-" + next;
      case BYTE_STRING -> ByteString.copyFrom(new byte[] {0, -1, (byte) (next >> 8), (byte) next});
      case ENUM -> nonZero(field.getEnumType().getValues(), next);
      case MESSAGE -> filled(parent.newBuilderForField(field));
    };
  }

  private boolean isChosen(FieldDescriptor field) {
    OneofDescriptor oneof = field.getRealContainingOneof();
    return oneof == null || oneof.getField(variant % oneof.getFieldCount()) == field;
  }

  /** A type may stand once within itself, so that a failure has a cause. */
  private boolean isTooDeep(FieldDescriptor field) {
    return isMessage(field)
        && (path.size() >= DEPTH || Collections.frequency(path, field.getMessageType()) > 1);
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }

  private static EnumValueDescriptor nonZero(List<EnumValueDescriptor> values, int next) {
    List<EnumValueDescriptor> choices =
        values.stream().filter(value -> value.getNumber() != 0).toList();
    return choices.get(next % choices.size());
  }
}
