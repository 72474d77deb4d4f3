package dev.longhaul.proto;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Message;
import dev.longhaul.proto.workflowservice.v1.ServiceProto;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what our subset declares and the official classes of the tested version do not. */
final class NewerThanOfficial {
  private final Set<String> found = new TreeSet<>();

  private NewerThanOfficial() {}

  /** Full proto names of messages, fields, enums, enum values and methods, sorted. */
  static Set<String> find() {
    NewerThanOfficial search = new NewerThanOfficial();
    Subset.messages().forEach(search::message);
    Subset.enums().forEach(search::enumType);
    search.methods();
    return search.found;
  }

  private void message(Descriptor ours) {
    Optional<Message> official = Family.OFFICIAL.message(ours);
    if (official.isEmpty()) {
      found.add(ours.getFullName());
      return;
    }
    Descriptor theirs = official.get().getDescriptorForType();
    ours.getFields().stream()
        .filter(field -> theirs.findFieldByNumber(field.getNumber()) == null)
        .forEach(field -> found.add(field.getFullName()));
  }

  private void enumType(EnumDescriptor ours) {
    Optional<EnumDescriptor> official = Family.OFFICIAL.enumType(ours);
    if (official.isEmpty()) {
      found.add(ours.getFullName());
      return;
    }
    ours.getValues().stream()
        .filter(value -> official.get().findValueByNumber(value.getNumber()) == null)
        .forEach(value -> found.add(ours.getFullName() + "." + value.getName()));
  }

  private void methods() {
    var official =
        io.temporal.api.workflowservice.v1.ServiceProto.getDescriptor()
            .findServiceByName("WorkflowService");
    ServiceProto.getDescriptor().findServiceByName("WorkflowService").getMethods().stream()
        .filter(method -> official.findMethodByName(method.getName()) == null)
        .forEach(method -> found.add(method.getFullName()));
  }
}
