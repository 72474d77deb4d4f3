package dev.longhaul.runtime;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.runtime.internal.config.DefaultFiles;
import dev.longhaul.runtime.internal.config.ProfileReader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Connection settings from where all of Temporal's tools read them: a profile in the file {@code
 * temporal.toml}, and above it the variables {@code TEMPORAL_…} of the environment. What the code
 * sets on the builder stands above both. Immutable.
 *
 * <pre>{@code
 * LonghaulModule.forConnection(
 *     ConnectionProfile.ofEnvironment().named("staging").load().namespace("payments").build())
 * }</pre>
 */
public final class ConnectionProfile {
  private final ProfileReader reader;

  private ConnectionProfile(ProfileReader reader) {
    this.reader = reader;
  }

  /** The profile that the environment of this process names, in the file that it names. */
  public static ConnectionProfile ofEnvironment() {
    return of(System.getenv(), System.getProperty("user.home"));
  }

  /** As {@link #ofEnvironment}, with these variables instead of those of the process. */
  public static ConnectionProfile of(Map<String, String> environment) {
    return of(environment, environment.get("HOME"));
  }

  private static ConnectionProfile of(Map<String, String> environment, @Nullable String home) {
    return new ConnectionProfile(
        new ProfileReader(
            Map.copyOf(environment),
            DefaultFiles.of(System.getProperty("os.name", ""), home, environment),
            null,
            null));
  }

  /** The profile of this name, which must be there. */
  public ConnectionProfile named(String profile) {
    return new ConnectionProfile(
        new ProfileReader(reader.environment(), reader.defaultFiles(), reader.file(), profile));
  }

  /** From this file, which must be there. */
  public ConnectionProfile in(Path file) {
    return new ConnectionProfile(
        new ProfileReader(reader.environment(), reader.defaultFiles(), file, reader.profile()));
  }

  /**
   * Reads file and environment; blocks on the file.
   *
   * @throws IllegalArgumentException with everything that is wrong
   */
  public ConnectionOptions.Builder load() {
    return reader.read();
  }

  /** Which file and profile the code names. */
  @Override
  public String toString() {
    return "ConnectionProfile[named " + reader.profile() + ", in " + reader.file() + "]";
  }
}
