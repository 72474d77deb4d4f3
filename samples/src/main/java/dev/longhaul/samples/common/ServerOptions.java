package dev.longhaul.samples.common;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which Temporal server to use. Set by picocli. */
public final class ServerOptions {
  @Option(
      names = "--target",
      paramLabel = "HOST:PORT",
      converter = Target.class,
      description = "A Temporal server to use instead of the embedded one; plaintext.")
  private @Nullable String target;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "The namespace there; \"${DEFAULT-VALUE}\" by default.")
  private String namespace = "";

  /** The server to use; empty for an embedded one. */
  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  String namespace() {
    return namespace;
  }
}
