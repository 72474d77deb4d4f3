package dev.longhaul.runtime.internal.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A section of things with names, each of which has the same settings. */
public enum Group {
  /** {@code handlers.<name>.…}, and {@code handlers.default.…} for all of them. */
  HANDLERS("handlers") {
    @Override
    List<Setting<?>> settings() {
      return HandlerTable.all().toList();
    }

    @Override
    Set<String> always() {
      return Set.of(HandlerTable.DEFAULT);
    }

    @Override
    String isNotHere(String name) {
      return "a handler \"" + name + "\", which this process lacks";
    }
  },

  /** {@code queues.<name>.…}; a name may have dots, slashes, colons and spaces. */
  QUEUES("queues") {
    @Override
    List<Setting<?>> settings() {
      return QueueTable.ALL;
    }

    @Override
    Set<String> always() {
      return Set.of();
    }

    @Override
    String isNotHere(String name) {
      return "a task queue \"" + name + "\", which no handler of this process uses";
    }
  };

  private final String section;

  Group(String section) {
    this.section = section;
  }

  /** That of a key, or of a section. */
  static Optional<Group> of(String key) {
    return Arrays.stream(values())
        .filter(group -> key.equals(group.section) || key.startsWith(group.prefix()))
        .findFirst();
  }

  /** What each has, in the table's order. */
  abstract List<Setting<?>> settings();

  /** The names that there always are. */
  abstract Set<String> always();

  /** What is wrong with a name that this process has not. */
  abstract String isNotHere(String name);

  /** The key of the section. */
  String section() {
    return section;
  }

  /** The setting of each with this key. */
  Optional<Setting<?>> own(String key) {
    return settings().stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** The whole key of a setting. */
  String key(String name, String setting) {
    return prefix() + name + "." + setting;
  }

  /** Whose setting a key is; the name may have dots, a setting has none. */
  Optional<String> name(String key) {
    return key.startsWith(prefix()) && key.lastIndexOf('.') > prefix().length()
        ? Optional.of(key.substring(prefix().length(), key.lastIndexOf('.')))
        : Optional.empty();
  }

  /** The setting with this whole key. */
  Optional<Setting<?>> setting(String key) {
    return name(key)
        .filter(this::isName)
        .flatMap(name -> own(key.substring(key.lastIndexOf('.') + 1)));
  }

  /** Whether settings stand below this key of the group. */
  boolean isSection(String key) {
    return key.equals(section)
        || (key.length() > prefix().length() && isName(key.substring(prefix().length())));
  }

  // Handlers have names of Java, by default.
  private boolean isName(String name) {
    return this == QUEUES || name.indexOf('.') < 0;
  }

  private String prefix() {
    return section + ".";
  }
}
