package dev.longhaul.runtime.internal.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings that the environment has. In its variables the name of a handler, or of a task
 * queue, is compared without case and without what variables cannot have: {@code TRANSCODEHANDLER}
 * and {@code TRANSCODE_HANDLER} both are {@code TranscodeHandler}.
 */
final class EnvironmentSource {
  static final String FILE = "LONGHAUL_CONFIG";

  private static final String OURS = "LONGHAUL_";
  private static final String HEADERS = "TEMPORAL_GRPC_META_";

  private static final Map<String, Setting<?>> NAMED =
      Catalogue.named()
          .collect(Collectors.toUnmodifiableMap(Setting::variable, Function.identity()));

  private EnvironmentSource() {}

  /**
   * Reads it.
   *
   * @param warnings takes what is not known: others may have variables like ours, such as those
   *     that Kubernetes makes of a service
   */
  static Layer read(Map<String, String> environment, List<String> warnings) {
    Map<String, Found> values = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (variable, value) -> {
              Optional<String> key = key(variable);
              if (key.isPresent()) {
                values.put(key.get(), new Found(value, variable));
              } else if (variable.startsWith(OURS) && !variable.equals(FILE)) {
                warnings.add(unknown(variable));
              }
            });
    return new Layer(values, EnvironmentSource::canonical);
  }

  private static Optional<String> key(String variable) {
    Setting<?> named = NAMED.get(variable);
    if (named != null) {
      return Optional.of(named.key());
    }
    if (variable.startsWith(HEADERS)) {
      return Optional.of(
          Catalogue.normal(ConnectionTable.HEADERS + variable.substring(HEADERS.length())));
    }
    return group(variable)
        .flatMap(group -> ofGroup(group, variable.substring(start(group).length())));
  }

  private static Optional<Group> group(String variable) {
    return Arrays.stream(Group.values())
        .filter(group -> variable.startsWith(start(group)))
        .findFirst();
  }

  private static String start(Group group) {
    return OURS + Setting.word(group.section()) + "_";
  }

  // No setting's name ends with another one's, so that the split is the only one.
  private static Optional<String> ofGroup(Group group, String rest) {
    return group.settings().stream()
        .filter(setting -> rest.endsWith("_" + setting.variable()))
        .findFirst()
        .map(
            setting ->
                group.key(
                    canonical(rest.substring(0, rest.length() - setting.variable().length())),
                    setting.key()));
  }

  /** A name as far as variables can tell it. */
  static String canonical(String name) {
    return name.replaceAll("[^\\p{L}\\p{Nd}]", "").toUpperCase(Locale.ROOT);
  }

  private static String unknown(String variable) {
    String suggestion =
        Suggestions.near(variable, guesses(variable).keySet().stream())
            .map(near -> "; did you mean " + guesses(variable).get(near) + "?")
            .orElse("");
    return "the environment's " + variable + " is no setting, and is ignored" + suggestion;
  }

  /** What somebody may write, and what to write instead. */
  private static Map<String, String> guesses(String variable) {
    Map<String, String> guesses = new HashMap<>();
    NAMED.forEach(
        (name, setting) -> {
          guesses.put(name, name);
          guesses.put(Setting.variable(setting.key()), name); // LONGHAUL_CONNECTION_ADDRESS
        });
    group(variable).stream()
        .flatMap(group -> group.settings().stream())
        .forEach(setting -> guessEnd(variable, setting.variable(), guesses));
    return guesses;
  }

  /** The variable with this setting instead of as many words at its end. */
  private static void guessEnd(String variable, String setting, Map<String, String> guesses) {
    List<String> words = List.of(variable.split("_"));
    int handler = words.size() - setting.split("_").length;
    if (handler > 2) {
      String guess = String.join("_", words.subList(0, handler)) + "_" + setting;
      guesses.put(guess, guess);
    }
  }
}
