package dev.longhaul.runtime.internal.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, apart from code and annotations. Immutable; its text form shows no
 * value.
 *
 * @param environment its variables
 * @param properties system properties
 * @param file the configuration file that code names; null for the one that a property or a
 *     variable names, or a default one
 * @param searchesFile whether there may be a default one
 * @param profile of {@code temporal.toml}
 * @param places where default files may be
 */
public record Sources(
    Map<String, String> environment,
    Map<String, String> properties,
    @Nullable String file,
    boolean searchesFile,
    ProfileChoice profile,
    Places places) {

  /**
   * Where default files may be.
   *
   * @param folder the working directory
   * @param loader of class path resources
   * @param profileFiles the first one there counts
   */
  public record Places(Path folder, ClassLoader loader, List<Path> profileFiles) {
    public Places {
      profileFiles = List.copyOf(profileFiles);
    }
  }

  public Sources {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  /**
   * Reads everything; blocks on files. What is wrong is in the result.
   *
   * @param connection whether settings of the connection are wanted: otherwise Temporal's own files
   *     and variables are left alone, which may be wrong without harm
   */
  public Values read(boolean connection) {
    List<String> problems = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Layer system = PropertySource.read(properties, problems);
    Layer variables = EnvironmentSource.read(environment, warnings);
    Optional<ConfigurationFile> found = findFile(problems, warnings);
    Layer yaml =
        found.map(one -> YamlSource.read(one.name(), one.text(), problems)).orElse(Layer.EMPTY);
    List<Layer> layers = new ArrayList<>(List.of(system, variables, yaml));
    if (connection) {
      layers.add(readProfile(problems, warnings));
    }
    Validation validation = new Validation(connection, problems, warnings);
    layers.forEach(validation::check);
    return new Values(layers, found.map(ConfigurationFile::name), problems, warnings);
  }

  /** With this file, which must be there. */
  public Sources withFile(String location) {
    return new Sources(environment, properties, location, searchesFile, profile, places);
  }

  /** With this profile of {@code temporal.toml}. */
  public Sources withProfile(ProfileChoice choice) {
    return new Sources(environment, properties, file, searchesFile, choice, places);
  }

  private Optional<ConfigurationFile> findFile(List<String> problems, List<String> warnings) {
    try {
      if (file != null) {
        return Optional.of(ConfigurationFile.named(file, "the code", places.loader()));
      }
      String property = properties.getOrDefault(PropertySource.FILE, "");
      if (!property.isEmpty()) {
        String namedBy = "-D" + PropertySource.FILE;
        return Optional.of(ConfigurationFile.named(property, namedBy, places.loader()));
      }
      String variable = environment.getOrDefault(EnvironmentSource.FILE, "");
      if (!variable.isEmpty()) {
        return Optional.of(
            ConfigurationFile.named(variable, EnvironmentSource.FILE, places.loader()));
      }
      return searchesFile
          ? ConfigurationFile.byDefault(places.folder(), places.loader(), warnings)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private Layer readProfile(List<String> problems, List<String> warnings) {
    try {
      return profile.read(environment, places.profileFiles(), problems, warnings);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Layer.EMPTY;
    }
  }

  /** Which files code names. */
  @Override
  public String toString() {
    return "Sources[file " + file + ", " + profile + "]";
  }
}
