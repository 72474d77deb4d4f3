package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.ConnectionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads connection settings from where all of Temporal's tools read them: a profile of a file, and
 * above it the environment. Immutable.
 *
 * @param environment its variables
 * @param defaultFiles where the file may be if nobody names it; the first one there counts
 * @param file named by code; null for the environment's or a default one
 * @param profile named by code; null for the environment's or the default one
 */
public record ProfileReader(
    Map<String, String> environment,
    List<Path> defaultFiles,
    @Nullable Path file,
    @Nullable String profile) {
  private static final String FILE_VARIABLE = "TEMPORAL_CONFIG_FILE";
  private static final String PROFILE_VARIABLE = "TEMPORAL_PROFILE";
  private static final String DEFAULT_PROFILE = "default";

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException with everything that is wrong
   */
  public ConnectionOptions.Builder read() {
    List<String> problems = new ArrayList<>();
    Settings settings = new Settings();
    try {
      readFile(settings, problems);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    EnvironmentSource.read(environment, settings, problems);
    ConnectionOptions.Builder builder = new ProfileOptions(settings, problems).builder();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(numbered(problems));
    }
    return builder;
  }

  private static String numbered(List<String> problems) {
    StringJoiner lines = new StringJoiner("\n", "the connection settings are wrong:\n", "");
    for (int i = 0; i < problems.size(); i++) {
      lines.add("  " + (i + 1) + ") " + problems.get(i));
    }
    return lines.toString();
  }

  private void readFile(Settings settings, List<String> problems) {
    Optional<String> named = Optional.ofNullable(profile).or(() -> variable(PROFILE_VARIABLE));
    Optional<Path> source =
        Optional.ofNullable(file)
            .or(() -> variable(FILE_VARIABLE).map(Path::of))
            .or(() -> defaultFiles.stream().filter(Files::exists).findFirst());
    if (source.isEmpty()) {
      named.ifPresent(name -> problems.add(withoutFile(name)));
      return;
    }
    TomlSource toml = TomlSource.read(source.get());
    String name = named.orElse(DEFAULT_PROFILE);
    if (toml.profiles().contains(name)) {
      toml.read(name, settings, problems);
    } else if (named.isPresent()) {
      problems.add(source.get() + " has no profile \"" + name + "\"; it has " + toml.profiles());
    }
  }

  private String withoutFile(String name) {
    return "there is no file with a profile \""
        + name
        + "\": neither "
        + FILE_VARIABLE
        + " names one, nor is there any of "
        + defaultFiles;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(Predicate.not(String::isEmpty));
  }

  /** Which file and profile code names; the environment holds secrets. */
  @Override
  public String toString() {
    return "ProfileReader[profile " + profile + ", file " + file + "]";
  }
}
