package dev.longhaul.runtime;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.runtime.internal.config.ConnectionSettings;
import dev.longhaul.runtime.internal.config.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a module comes to its connection. Immutable. */
sealed interface ConnectionPlan {

  /**
   * With a change by code.
   *
   * @throws IllegalStateException if the channel is the caller's
   */
  ConnectionPlan changed(UnaryOperator<ConnectionOptions.Builder> change);

  ConnectionPlan withNamespace(String namespace);

  /** Whether configuration has a say. */
  boolean isConfigured();

  /**
   * The way to the server.
   *
   * @param values of the configuration, whose own mistakes are told already
   * @param problems takes what is wrong besides
   */
  Optional<Endpoint> settle(Values values, List<String> problems);

  /** Code says everything. */
  record Given(Endpoint endpoint) implements ConnectionPlan {
    @Override
    public ConnectionPlan changed(UnaryOperator<ConnectionOptions.Builder> change) {
      ConnectionOptions given =
          endpoint
              .options()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "this module uses a channel that was given to it: set what belongs to the"
                              + " connection where that channel is built"));
      return new Given(new Endpoint.ByOptions(change.apply(given.toBuilder()).build()));
    }

    @Override
    public ConnectionPlan withNamespace(String namespace) {
      return new Given(endpoint.withNamespace(namespace));
    }

    @Override
    public boolean isConfigured() {
      return false;
    }

    @Override
    public Optional<Endpoint> settle(Values values, List<String> problems) {
      return Optional.of(endpoint);
    }

    @Override
    public String toString() {
      return endpoint.name() + ", namespace " + endpoint.namespace();
    }
  }

  /** Configuration says it, and code above that. */
  record Configured(UnaryOperator<ConnectionOptions.Builder> changes) implements ConnectionPlan {
    @Override
    public ConnectionPlan changed(UnaryOperator<ConnectionOptions.Builder> change) {
      return new Configured(builder -> change.apply(changes.apply(builder)));
    }

    @Override
    public ConnectionPlan withNamespace(String namespace) {
      return changed(builder -> builder.namespace(namespace));
    }

    @Override
    public boolean isConfigured() {
      return true;
    }

    @Override
    public Optional<Endpoint> settle(Values values, List<String> problems) {
      List<String> besides = new ArrayList<>();
      ConnectionOptions.Builder builder = ConnectionSettings.configured(values, besides);
      problems.addAll(besides);
      // With a value missing, what is left may look as if it did not go together.
      if (!values.problems().isEmpty() || !besides.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Endpoint.ByOptions(changes.apply(builder).build()));
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "as configured";
    }
  }
}
