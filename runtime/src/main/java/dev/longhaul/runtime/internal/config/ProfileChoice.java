package dev.longhaul.runtime.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which profile of which {@code temporal.toml} counts. Immutable.
 *
 * @param file named by code; null for the environment's or a default one
 * @param name named by code; null for the environment's or the default one
 */
public record ProfileChoice(@Nullable Path file, @Nullable String name) {
  private static final String FILE_VARIABLE = "TEMPORAL_CONFIG_FILE";
  private static final String NAME_VARIABLE = "TEMPORAL_PROFILE";
  private static final String DEFAULT_NAME = "default";

  /** Whichever the environment names, or the default one. */
  public static final ProfileChoice OF_ENVIRONMENT = new ProfileChoice(null, null);

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if the file cannot be read
   */
  Layer read(
      Map<String, String> environment,
      List<Path> defaultFiles,
      List<String> problems,
      List<String> warnings) {
    Optional<String> named =
        Optional.ofNullable(name).or(() -> variable(environment, NAME_VARIABLE));
    Optional<Path> source =
        Optional.ofNullable(file)
            .or(() -> variable(environment, FILE_VARIABLE).map(Path::of))
            .or(() -> defaultFiles.stream().filter(Files::exists).findFirst());
    if (source.isEmpty()) {
      named.ifPresent(profile -> problems.add(withoutFile(profile, defaultFiles)));
      return Layer.EMPTY;
    }
    TomlSource toml = TomlSource.read(source.get());
    String profile = named.orElse(DEFAULT_NAME);
    if (toml.profiles().contains(profile)) {
      return toml.layer(profile, problems, warnings);
    }
    if (named.isPresent()) {
      problems.add(source.get() + " has no profile \"" + profile + "\"; it has " + toml.profiles());
    }
    return Layer.EMPTY;
  }

  private static String withoutFile(String profile, List<Path> defaultFiles) {
    return "there is no file with a profile \""
        + profile
        + "\": neither "
        + FILE_VARIABLE
        + " names one, nor is there any of "
        + defaultFiles;
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(Predicate.not(String::isEmpty));
  }
}
