package dev.longhaul.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.longhaul.proto.errordetails.v1.ErrorDetailsProto;
import dev.longhaul.proto.workflowservice.v1.ServiceProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything our own {@code .proto} files declare, found through their descriptors. */
final class Subset {
  private static final List<FileDescriptor> ROOTS =
      List.of(ServiceProto.getDescriptor(), ErrorDetailsProto.getDescriptor());

  private Subset() {}

  /** Our files by name, without those of protobuf itself. */
  static Map<String, FileDescriptor> files() {
    Map<String, FileDescriptor> files = new TreeMap<>();
    ROOTS.forEach(root -> collect(root, files));
    return files;
  }

  /** All messages, nested ones included, in the order of their names. */
  static List<Descriptor> messages() {
    return files().values().stream()
        .flatMap(file -> file.getMessageTypes().stream())
        .flatMap(Subset::withNested)
        .toList();
  }

  static List<EnumDescriptor> enums() {
    return Stream.concat(
            files().values().stream().flatMap(file -> file.getEnumTypes().stream()),
            messages().stream().flatMap(message -> message.getEnumTypes().stream()))
        .toList();
  }

  private static void collect(FileDescriptor file, Map<String, FileDescriptor> into) {
    if (file.getPackage().startsWith("temporal.") && into.put(file.getName(), file) == null) {
      file.getDependencies().forEach(dependency -> collect(dependency, into));
    }
  }

  private static Stream<Descriptor> withNested(Descriptor message) {
    if (message.getOptions().getMapEntry()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(message), message.getNestedTypes().stream().flatMap(Subset::withNested));
  }
}
