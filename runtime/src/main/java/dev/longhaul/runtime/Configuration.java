package dev.longhaul.runtime;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.internal.config.ConnectionSettings;
import dev.longhaul.runtime.internal.config.DefaultFiles;
import dev.longhaul.runtime.internal.config.Explained;
import dev.longhaul.runtime.internal.config.Explanation;
import dev.longhaul.runtime.internal.config.Group;
import dev.longhaul.runtime.internal.config.ProfileChoice;
import dev.longhaul.runtime.internal.config.RuntimeSettings;
import dev.longhaul.runtime.internal.config.Sources;
import dev.longhaul.runtime.internal.config.Sources.Places;
import dev.longhaul.runtime.internal.config.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from that code does not set: one file, above it the environment, above that
 * system properties. Immutable; its text form shows no value.
 *
 * <p>The file is the one that {@link #file} names, or else {@code -Dlonghaul.config}, or else the
 * variable {@code LONGHAUL_CONFIG}; if nobody names one, {@code longhaul.yaml} in the working
 * directory, or else on the class path. A file that is named must be there. Settings of the
 * connection may also stand where all of Temporal's tools read them: in a profile of {@code
 * temporal.toml}, below that file, and in variables {@code TEMPORAL_…}.
 */
public final class Configuration {
  private final Sources sources;

  private Configuration(Sources sources) {
    this.sources = sources;
  }

  /** That of this process. */
  public static Configuration ofProcess() {
    Properties properties = System.getProperties();
    return of(
        System.getenv(),
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(Function.identity(), properties::getProperty)),
        System.getProperty("user.home"));
  }

  /** With these variables and system properties instead of those of the process. */
  public static Configuration of(Map<String, String> environment, Map<String, String> properties) {
    return of(environment, properties, environment.get("HOME"));
  }

  private static Configuration of(
      Map<String, String> environment, Map<String, String> properties, @Nullable String home) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Places places =
        new Places(
            Path.of(""),
            context == null ? Configuration.class.getClassLoader() : context,
            DefaultFiles.of(System.getProperty("os.name", ""), home, environment));
    return new Configuration(
        new Sources(environment, properties, null, true, ProfileChoice.OF_ENVIRONMENT, places));
  }

  /** Nothing but what code and annotations say: for tests that must not depend on the machine. */
  public static Configuration none() {
    Places nowhere = new Places(Path.of(""), Configuration.class.getClassLoader(), List.of());
    return new Configuration(
        new Sources(Map.of(), Map.of(), null, false, ProfileChoice.OF_ENVIRONMENT, nowhere));
  }

  /**
   * With this file, which must be there, whatever property and variable say.
   *
   * @param location a path, or {@code classpath:} and the name of a resource
   */
  public Configuration file(String location) {
    return new Configuration(sources.withFile(location));
  }

  /** With the profile of this name in {@code temporal.toml}, which must be there. */
  public Configuration profile(String name) {
    return new Configuration(
        sources.withProfile(new ProfileChoice(sources.profile().file(), name)));
  }

  /** With this {@code temporal.toml}, which must be there. */
  public Configuration profileFile(Path file) {
    return new Configuration(
        sources.withProfile(new ProfileChoice(file, sources.profile().name())));
  }

  /**
   * The settings of the connection, which code may change; blocks on files.
   *
   * @throws IllegalArgumentException with everything that is wrong with the configuration
   */
  public ConnectionOptions.Builder connection() {
    List<String> problems = new ArrayList<>();
    Values values = sources.read(true);
    problems.addAll(values.problems());
    ConnectionOptions.Builder builder = ConnectionSettings.configured(values, problems);
    refuse(problems);
    StartupLog.warn(values.warnings());
    return builder;
  }

  /**
   * Every value that is in effect without code and annotations, as a table with its source; no
   * secrets. Blocks on files.
   *
   * @throws IllegalArgumentException with everything that is wrong
   */
  public String explain() {
    List<String> problems = new ArrayList<>();
    Values values = sources.read(true);
    problems.addAll(values.problems());
    List<Explained> rows = new ArrayList<>();
    try {
      ConnectionOptions connection = ConnectionSettings.configured(values, problems).build();
      rows.addAll(ConnectionSettings.explain(values, connection));
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
    }
    // Any codec will do for those that only code knows, and that some settings are refused without.
    RuntimeOptions.Builder below =
        RuntimeOptions.defaults().toBuilder().codecs(List.of(PayloadCodecs.zlib()));
    RuntimeOptions options = RuntimeSettings.configured(values, below, problems).build();
    refuse(problems);
    rows.addAll(RuntimeSettings.explain(values, options));
    for (Group group : Group.values()) {
      rows.addAll(Explanation.group(group, values));
    }
    return Explanation.table(rows);
  }

  Sources sources() {
    return sources;
  }

  private static void refuse(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(Problems.numbered("the configuration is wrong", problems));
    }
  }

  /** Which files the code names. */
  @Override
  public String toString() {
    return "Configuration[" + sources + "]";
  }
}
