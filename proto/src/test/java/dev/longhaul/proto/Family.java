package dev.longhaul.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;

/** One of the two sets of classes generated for the same proto names. */
enum Family {
  OURS("dev.longhaul.proto."),
  OFFICIAL("io.temporal.api.");

  private static final String PROTO_PREFIX = "temporal.api.";

  private final String javaPrefix;

  Family(String javaPrefix) {
    this.javaPrefix = javaPrefix;
  }

  /** The family's generated message of this proto name, empty, if the family has it. */
  Optional<Message> message(Descriptor type) {
    return generated(type.getFullName(), packageOf(type))
        .map(generated -> (Message) call(generated, "getDefaultInstance"));
  }

  Optional<EnumDescriptor> enumType(EnumDescriptor type) {
    return generated(type.getFullName(), type.getFile().getPackage())
        .map(generated -> (EnumDescriptor) call(generated, "getDescriptor"));
  }

  private Optional<Class<?>> generated(String protoName, String protoPackage) {
    String nested = protoName.substring(protoPackage.length() + 1).replace('.', '$');
    String javaPackage = javaPrefix + protoPackage.substring(PROTO_PREFIX.length());
    try {
      return Optional.of(Class.forName(javaPackage + "." + nested));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String packageOf(Descriptor type) {
    return type.getFile().getPackage();
  }

  private static Object call(Class<?> type, String staticMethod) {
    try {
      return type.getMethod(staticMethod).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("not a generated class: " + type.getName(), e);
    }
  }
}
