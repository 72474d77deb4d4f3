package dev.longhaul.runtime;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.runtime.internal.connect.ServerChannel;
import io.grpc.ManagedChannel;
import java.util.Optional;

/** How a runtime gets to its server. Immutable. */
sealed interface Endpoint {

  /** Where the server is, for logs. */
  String name();

  String namespace();

  Endpoint withNamespace(String namespace);

  /** Empty for a channel of the caller's. */
  Optional<ConnectionOptions> options();

  /**
   * A channel to it.
   *
   * @throws IllegalArgumentException if files of the options cannot be used
   */
  ServerChannel open();

  /** By a channel that is to be opened. */
  record ByOptions(ConnectionOptions given) implements Endpoint {
    @Override
    public String name() {
      return given.target();
    }

    @Override
    public String namespace() {
      return given.namespace();
    }

    @Override
    public Endpoint withNamespace(String namespace) {
      return new ByOptions(given.toBuilder().namespace(namespace).build());
    }

    @Override
    public Optional<ConnectionOptions> options() {
      return Optional.of(given);
    }

    @Override
    public ServerChannel open() {
      return ServerChannel.open(given);
    }
  }

  /** By a channel of the caller's. */
  record ByChannel(ManagedChannel channel, String namespace) implements Endpoint {
    /**
     * @throws IllegalArgumentException if the namespace is blank
     */
    public ByChannel {
      if (namespace.isBlank()) {
        throw new IllegalArgumentException(
            "the namespace is blank; leave it out for \""
                + ConnectionOptions.DEFAULT_NAMESPACE
                + "\"");
      }
    }

    @Override
    public String name() {
      return channel.authority();
    }

    @Override
    public Endpoint withNamespace(String changed) {
      return new ByChannel(channel, changed);
    }

    @Override
    public Optional<ConnectionOptions> options() {
      return Optional.empty();
    }

    @Override
    public ServerChannel open() {
      return ServerChannel.given(channel);
    }
  }
}
