package dev.longhaul.runtime;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.ConnectionSettings;
import dev.longhaul.runtime.internal.config.Explained;
import dev.longhaul.runtime.internal.config.HandlerNames;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.config.RuntimeSettings;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import dev.longhaul.runtime.internal.config.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What a module and the configuration come to; read once for each injector. Immutable. */
final class Setup {
  private final LonghaulModule module;
  private final Values values;
  private final Optional<Endpoint> endpoint;
  private final Optional<RuntimeOptions> options;
  private final SettingsResolver resolver;
  private final List<String> problems;

  /** Reads the configuration; blocks on files. What is wrong is told later, with all the rest. */
  Setup(LonghaulModule module) {
    this.module = module;
    values = module.configuration().sources().read(module.connectionPlan().isConfigured());
    List<String> found = new ArrayList<>(values.problems());
    endpoint = module.connectionPlan().settle(values, found);
    options = options(module, values, found);
    problems = List.copyOf(found);
    Map<String, Map<HandlerSetting, String>> explicit = new HashMap<>();
    module.handlers().forEach((name, set) -> explicit.put(name, set.values()));
    resolver =
        new SettingsResolver(
            module.configuration().sources(), values, module.defaults().values(), explicit);
  }

  private static Optional<RuntimeOptions> options(
      LonghaulModule module, Values values, List<String> problems) {
    RuntimeOptions.Builder configured =
        RuntimeSettings.configured(values, RuntimeOptions.defaults().toBuilder(), problems);
    try {
      return Optional.of(module.optionChanges().apply(configured).build());
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Whether this can be used.
   *
   * @throws LonghaulStartException with everything that is wrong
   */
  Setup check() {
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
    return this;
  }

  /** What is wrong before a handler is looked at. */
  List<String> problems() {
    return problems;
  }

  /** The way to the server, of a setup that can be used. */
  Endpoint endpoint() {
    return endpoint.orElseThrow();
  }

  /** The options, of a setup that can be used. */
  RuntimeOptions options() {
    return options.orElseThrow();
  }

  /** What a runtime with this setup, which can be used, takes from the machine. */
  Machine machine() {
    return module.machine().orElseGet(() -> new RealMachine(options().callbackThreads()));
  }

  /** As {@link SettingsResolver#resolve}. */
  Optional<HandlerSettings> resolve(HandlerBinding<?> binding, List<String> found) {
    return resolver.resolve(binding.name(), binding.settings(), found);
  }

  /** Settings whose handler cannot be told: a problem each. */
  List<String> ambiguities(Collection<HandlerBinding<?>> bindings) {
    return names(bindings).ambiguities(values);
  }

  /** What has no effect, apart from settings of handlers that are not there. */
  List<String> warnings() {
    return values.warnings();
  }

  /** Settings of handlers that are not there: a warning each. */
  List<String> strangers(Collection<HandlerBinding<?>> bindings) {
    HandlerNames names = names(bindings);
    List<String> strangers = new ArrayList<>(names.strangers(values));
    new TreeSet<>(module.handlers().keySet())
        .forEach(name -> names.stranger(name).ifPresent(strangers::add));
    return strangers;
  }

  /** The configuration file that was read. */
  Optional<String> file() {
    return values.file();
  }

  /** What is in effect for the runtime, and for its connection if configuration has a say in it. */
  List<Explained> explain() {
    List<Explained> rows = new ArrayList<>();
    if (module.connectionPlan().isConfigured()) {
      ConnectionOptions connection = endpoint().options().orElseThrow();
      rows.addAll(ConnectionSettings.explain(values, connection));
    }
    rows.addAll(RuntimeSettings.explain(values, options()));
    return rows;
  }

  /** What is in effect for a handler. */
  List<Explained> explain(HandlerBinding<?> binding) {
    boolean external = binding.form() == CompletionForm.EXTERNAL;
    return resolver.explain(
        binding.name(),
        binding.settings(),
        binding.isBatch(),
        Map.of(
            HandlerSetting.ON_PAUSE, external ? "continue" : "stop",
            HandlerSetting.ON_SHUTDOWN, external ? "release" : "fail"));
  }

  private static HandlerNames names(Collection<HandlerBinding<?>> bindings) {
    return new HandlerNames(bindings.stream().map(HandlerBinding::name).toList());
  }
}
