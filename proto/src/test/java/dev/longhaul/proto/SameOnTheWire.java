package dev.longhaul.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.protobuf.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two messages that were read from the same bytes by classes generated from different
 * files: fields by number, and what one side does not declare as its unknown fields.
 */
final class SameOnTheWire {
  private SameOnTheWire() {}

  static void assertSame(Message one, Message other) {
    assertSame(one.getDescriptorForType().getFullName(), one, other);
  }

  private static void assertSame(String path, Message one, Message other) {
    assertUndeclaredKept(path, one, other);
    assertUndeclaredKept(path, other, one);
    for (FieldDescriptor field : one.getDescriptorForType().getFields()) {
      FieldDescriptor twin = other.getDescriptorForType().findFieldByNumber(field.getNumber());
      if (twin != null) {
        String at = path + "." + field.getName();
        assertSameDeclaration(at, field, twin);
        assertSameValue(at, field, one, twin, other);
      }
    }
  }

  private static void assertUndeclaredKept(String path, Message knowing, Message other) {
    knowing
        .getAllFields()
        .keySet()
        .forEach(
            field -> {
              int number = field.getNumber();
              if (other.getDescriptorForType().findFieldByNumber(number) == null) {
                assertThat(other.getUnknownFields().hasField(number))
                    .as("%s.%s (%s) kept as unknown field", path, field.getName(), number)
                    .isTrue();
              }
            });
    other
        .getUnknownFields()
        .asMap()
        .keySet()
        .forEach(
            number ->
                assertThat(knowing.getDescriptorForType().findFieldByNumber(number))
                    .as("%s: declaration of the unknown field %s", path, number)
                    .isNotNull());
  }

  private static void assertSameDeclaration(String at, FieldDescriptor one, FieldDescriptor other) {
    assertThat(other.getName()).as("%s: name", at).isEqualTo(one.getName());
    assertThat(other.getType()).as("%s: type", at).isEqualTo(one.getType());
    assertThat(other.isRepeated()).as("%s: repeated", at).isEqualTo(one.isRepeated());
    assertThat(other.isMapField()).as("%s: map", at).isEqualTo(one.isMapField());
    assertThat(other.isPacked()).as("%s: packed", at).isEqualTo(one.isPacked());
    assertThat(other.hasPresence()).as("%s: presence", at).isEqualTo(one.hasPresence());
    assertThat(typeName(other)).as("%s: name of the type", at).isEqualTo(typeName(one));
    assertThat(oneofName(other)).as("%s: oneof", at).isEqualTo(oneofName(one));
  }

  private static void assertSameValue(
      String at, FieldDescriptor field, Message one, FieldDescriptor twin, Message other) {
    if (field.isMapField()) {
      Map<Object, Object> ours = entries(one, field);
      Map<Object, Object> theirs = entries(other, twin);
      assertThat(theirs.keySet()).as("%s: keys", at).isEqualTo(ours.keySet());
      ours.forEach((key, value) -> assertSameValue(at, value, theirs.get(key)));
    } else if (field.isRepeated()) {
      List<?> ours = (List<?>) one.getField(field);
      List<?> theirs = (List<?>) other.getField(twin);
      assertThat(theirs).as("%s: number of elements", at).hasSameSizeAs(ours);
      for (int i = 0; i < ours.size(); i++) {
        assertSameValue(at + "[" + i + "]", ours.get(i), theirs.get(i));
      }
    } else if (field.hasPresence()) {
      assertThat(other.hasField(twin)).as("%s: present", at).isEqualTo(one.hasField(field));
      assertSameValue(at, one.getField(field), other.getField(twin));
    } else {
      assertSameValue(at, one.getField(field), other.getField(twin));
    }
  }

  private static void assertSameValue(String at, Object one, Object other) {
    if (one instanceof Message message) {
      // An absent message reads as the empty default, so this ends.
      if (!message.equals(message.getDefaultInstanceForType())
          || !other.equals(((Message) other).getDefaultInstanceForType())) {
        assertSame(at, message, (Message) other);
      }
    } else if (one instanceof EnumValueDescriptor value) {
      assertThat(((EnumValueDescriptor) other).getNumber()).as(at).isEqualTo(value.getNumber());
    } else {
      assertThat(other).as(at).isEqualTo(one);
    }
  }

  private static Map<Object, Object> entries(Message message, FieldDescriptor field) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Object entry : (List<?>) message.getField(field)) {
      entries.put(((MapEntry<?, ?>) entry).getKey(), ((MapEntry<?, ?>) entry).getValue());
    }
    return entries;
  }

  private static String typeName(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> field.getMessageType().getFullName();
      case ENUM -> field.getEnumType().getFullName();
      default -> "";
    };
  }

  private static String oneofName(FieldDescriptor field) {
    return field.getRealContainingOneof() == null ? "" : field.getRealContainingOneof().getName();
  }
}
