package dev.longhaul.runtime;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.config.ConnectionSettings;
import dev.longhaul.runtime.internal.config.Explained;
import dev.longhaul.runtime.internal.config.Group;
import dev.longhaul.runtime.internal.config.GroupNames;
import dev.longhaul.runtime.internal.config.HandlerSettings;
import dev.longhaul.runtime.internal.config.QueueSettings;
import dev.longhaul.runtime.internal.config.RuntimeSettings;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import dev.longhaul.runtime.internal.config.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a module and the configuration come to; read once for each injector. Immutable. */
final class Setup {
  private final LonghaulModule module;
  private final Values values;
  private final Optional<Endpoint> endpoint;
  private final Optional<RuntimeOptions> options;
  private final SettingsResolver resolver;
  private final Set<String> queues = new TreeSet<>();
  private final List<String> problems;

  /**
   * Reads the configuration; blocks on files. What is wrong is told later, with all the rest.
   *
   * @param bindings of the handlers that there are, whose task queues may have settings
   */
  Setup(LonghaulModule module, Collection<HandlerBinding<?>> bindings) {
    this.module = module;
    values = module.configuration().sources().read(module.connectionPlan().isConfigured());
    List<String> found = new ArrayList<>(values.problems());
    endpoint = module.connectionPlan().settle(values, found);
    Map<String, Map<HandlerSetting, String>> explicit = new HashMap<>();
    module.handlers().forEach((name, set) -> explicit.put(name, set.values()));
    resolver =
        new SettingsResolver(
            module.configuration().sources(), values, module.defaults().values(), explicit);
    for (HandlerBinding<?> binding : bindings) {
      // What is wrong with it is told where the handler is configured.
      resolve(binding, new ArrayList<>())
          .filter(HandlerSettings::enabled)
          .ifPresent(settings -> queues.add(settings.taskQueue()));
    }
    options = options(found);
    problems = List.copyOf(found);
  }

  private Optional<RuntimeOptions> options(List<String> found) {
    RuntimeOptions.Builder configured =
        RuntimeSettings.configured(values, RuntimeOptions.defaults().toBuilder(), found);
    queues.forEach(queue -> configured.queue(queue, QueueSettings.configured(values, queue)));
    try {
      return Optional.of(module.optionChanges().apply(configured).build());
    } catch (IllegalArgumentException e) {
      found.add(e.getMessage());
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

  /** Settings whose handler or task queue cannot be told: a problem each. */
  List<String> ambiguities(Collection<HandlerBinding<?>> bindings) {
    List<String> ambiguities = new ArrayList<>(names(bindings).ambiguities(values));
    ambiguities.addAll(queueNames().ambiguities(values));
    return ambiguities;
  }

  /** What has no effect, apart from settings of what is not there. */
  List<String> warnings() {
    return values.warnings();
  }

  /** Settings of handlers and task queues that are not there: a warning each. */
  List<String> strangers(Collection<HandlerBinding<?>> bindings) {
    GroupNames names = names(bindings);
    List<String> strangers = new ArrayList<>(names.strangers(values));
    new TreeSet<>(module.handlers().keySet())
        .forEach(name -> names.stranger(name).ifPresent(strangers::add));
    strangers.addAll(queueNames().strangers(values));
    new TreeSet<>(options().queues().keySet())
        .forEach(name -> queueNames().stranger(name).ifPresent(strangers::add));
    return strangers;
  }

  /** The configuration file that was read. */
  Optional<String> file() {
    return values.file();
  }

  /**
   * What is in effect for the runtime and its task queues, and for its connection if configuration
   * has a say in it.
   */
  List<Explained> explain() {
    List<Explained> rows = new ArrayList<>();
    if (module.connectionPlan().isConfigured()) {
      ConnectionOptions connection = endpoint().options().orElseThrow();
      rows.addAll(ConnectionSettings.explain(values, connection));
    }
    rows.addAll(RuntimeSettings.explain(values, options()));
    queues.forEach(
        queue -> rows.addAll(QueueSettings.explain(values, queue, options().queue(queue))));
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

  private static GroupNames names(Collection<HandlerBinding<?>> bindings) {
    return new GroupNames(Group.HANDLERS, bindings.stream().map(HandlerBinding::name).toList());
  }

  private GroupNames queueNames() {
    return new GroupNames(Group.QUEUES, queues);
  }
}
