package dev.longhaul.runtime.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All settings by their keys: what there is, and what somebody may have meant. */
final class Catalogue {
  private static final Map<String, Setting<?>> NAMED =
      named().collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

  private Catalogue() {}

  /** The settings that have one key, in their order; those of groups and headers have many. */
  static Stream<Setting<?>> named() {
    return Stream.concat(
        ConnectionTable.ALL.stream().map(OptionSetting::setting),
        RuntimeSettings.ALL.stream().map(OptionSetting::setting));
  }

  /** The setting with this key. */
  static Optional<Setting<?>> setting(String key) {
    Optional<Group> group = Group.of(key);
    if (group.isPresent()) {
      return group.get().setting(key);
    }
    if (key.startsWith(ConnectionTable.HEADERS)) {
      return Optional.of(ConnectionTable.HEADER);
    }
    return Optional.ofNullable(NAMED.get(key));
  }

  /** The key under which a value is kept: headers have no case, and no underscores. */
  static String normal(String key) {
    return key.startsWith(ConnectionTable.HEADERS)
        ? key.toLowerCase(Locale.ROOT).replace('_', '-')
        : key;
  }

  /** Whether settings stand below this key. */
  static boolean isSection(String key) {
    String start = key + ".";
    return Group.of(key).map(group -> group.isSection(key)).orElse(false)
        || start.equals(ConnectionTable.HEADERS)
        || NAMED.keySet().stream().anyMatch(known -> known.startsWith(start));
  }

  /** What is wrong with a key that is neither. */
  static String unknown(String key) {
    String section = "";
    List<String> parts = List.of(key.split("\\.", -1));
    int known = 0;
    while (known < parts.size() - 1 && isSection(join(section, parts.get(known)))) {
      section = join(section, parts.get(known++));
    }
    String rest = String.join(".", parts.subList(known, parts.size()));
    return "there is no setting \"" + key + "\"; " + remedy(section, rest);
  }

  /** What a section is, for who wrote a value there; of a queue it may be a misspelt setting. */
  static String isNoSetting(String section) {
    if (Group.QUEUES.name(section).isPresent()) {
      return unknown(section);
    }
    return section
        + " is a section, and takes no value itself; it has "
        + String.join(", ", children(section));
  }

  private static String remedy(String section, String rest) {
    return misspelt(section, rest)
        .or(() -> elsewhere(section, kebab(rest)))
        .map(meant -> "did you mean \"" + meant + "\"?")
        .orElseGet(
            () ->
                (section.isEmpty() ? "there are " : section + " has ")
                    + String.join(", ", children(section)));
  }

  /** What is meant if only the next part of the key is wrong. */
  private static Optional<String> misspelt(String section, String rest) {
    int dot = rest.indexOf('.');
    String tail = dot < 0 ? "" : rest.substring(dot);
    return Suggestions.near(
            kebab(dot < 0 ? rest : rest.substring(0, dot)),
            children(section).stream().map(child -> child.replaceFirst("\\..*", "")))
        .map(part -> join(section, part) + tail)
        .filter(key -> isSection(key) || setting(key).isPresent());
  }

  // A setting in the wrong section, such as heartbeat-interval for all handlers.
  private static Optional<String> elsewhere(String section, String rest) {
    String last = rest.substring(rest.lastIndexOf('.') + 1);
    if (Group.HANDLERS.own(last).isPresent()) {
      String handler =
          section.equals("handlers") && rest.contains(".")
              ? rest.substring(0, rest.indexOf('.'))
              : HandlerTable.DEFAULT;
      return Optional.of(Group.HANDLERS.key(handler, last));
    }
    if (Group.QUEUES.own(last).isPresent()) {
      return Optional.of(Group.QUEUES.key("<name>", last));
    }
    return NAMED.keySet().stream().filter(key -> key.endsWith("." + last)).sorted().findFirst();
  }

  /** What may stand directly in a section. */
  private static Set<String> children(String section) {
    if (section.isEmpty()) {
      return new TreeSet<>(List.of("connection", "handlers", "queues", "runtime"));
    }
    Optional<Group> group = Group.of(section);
    if (group.isPresent()) {
      return children(group.get(), section);
    }
    Set<String> children =
        NAMED.keySet().stream()
            .filter(key -> key.startsWith(section + "."))
            .map(key -> key.substring(section.length() + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    if (section.equals("connection")) {
      children.add("headers.<name>");
    }
    return children;
  }

  private static Set<String> children(Group group, String section) {
    if (section.equals(group.section())) {
      Set<String> names = new TreeSet<>(group.always());
      names.add("the names of " + section);
      return names;
    }
    return group.settings().stream()
        .map(Setting::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String join(String section, String part) {
    return section.isEmpty() ? part : section + "." + part;
  }

  /** {@code drainTime} and {@code DRAIN_TIME} as {@code drain-time}. */
  private static String kebab(String word) {
    return word.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }
}
