package dev.longhaul.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The namespaces of the fake service. Used under its lock. */
final class Namespaces {
  private final Map<String, Namespace> byName = new LinkedHashMap<>();

  /** A namespace, whose id follows from its name. */
  record Namespace(String name, String id, boolean deleted) {}

  void register(String name) {
    String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    byName.put(name, new Namespace(name, id, false));
  }

  /** It stays for a while, under another name. */
  void delete(String name) {
    Namespace namespace = named(name);
    String newName = name + "-deleted-" + namespace.id().substring(0, 5);
    byName.remove(name);
    byName.put(newName, new Namespace(newName, namespace.id(), true));
  }

  /** Refuses with NOT_FOUND, if there is none of this name. */
  Namespace named(String name) {
    Namespace namespace = byName.get(name);
    if (namespace == null) {
      throw Refusals.namespaceNotFound(name);
    }
    return namespace;
  }

  @Nullable Namespace find(String name) {
    return byName.get(name);
  }

  @Nullable Namespace findById(String id) {
    return byName.values().stream()
        .filter(namespace -> namespace.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
