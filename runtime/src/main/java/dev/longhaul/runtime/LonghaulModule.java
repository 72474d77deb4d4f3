package dev.longhaul.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.BatchActivityProcessors;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.SpiVersion;
import io.grpc.ManagedChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The Guice module of one runtime: one Temporal service, one namespace. Immutable; each method that
 * sets something returns a changed copy.
 *
 * <p>It binds {@link LonghaulRuntime}, {@link LonghaulClient}, {@link AsyncCompletionClient} and
 * {@link LongRunningActivityManager}. Handlers come from the modules that the annotation processor
 * generates: install them by hand or with {@link AsyncActivities#discover()}.
 *
 * <p>For several namespaces or clusters, install one of these for each in a private module.
 */
public final class LonghaulModule extends AbstractModule {
  private final ConnectionPlan connection;
  private final Configuration configuration;
  private final UnaryOperator<RuntimeOptions.Builder> optionChanges;
  private final HandlerOptions defaults;
  private final Map<String, HandlerOptions> handlers;
  private final Optional<Machine> machine;

  private LonghaulModule(
      ConnectionPlan connection,
      Configuration configuration,
      UnaryOperator<RuntimeOptions.Builder> optionChanges,
      HandlerOptions defaults,
      Map<String, HandlerOptions> handlers,
      Optional<Machine> machine) {
    this.connection = connection;
    this.configuration = configuration;
    this.optionChanges = optionChanges;
    this.defaults = defaults;
    this.handlers = Map.copyOf(handlers);
    this.machine = machine;
  }

  /**
   * A Temporal service at {@code host:port} (or any gRPC target), in plaintext, namespace {@code
   * default}. Nothing is connected before the first call.
   *
   * @throws IllegalArgumentException if it is no target
   */
  public static LonghaulModule forTarget(String target) {
    return forConnection(ConnectionOptions.to(target));
  }

  /** A Temporal service as the options say. Nothing is connected before the first call. */
  public static LonghaulModule forConnection(ConnectionOptions options) {
    return of(new ConnectionPlan.Given(new Endpoint.ByOptions(options)));
  }

  /**
   * A Temporal service as the {@link Configuration} of this process says: Temporal's own variables
   * and profiles among it. It is read when the injector is created.
   */
  public static LonghaulModule fromEnvironment() {
    return of(new ConnectionPlan.Configured(UnaryOperator.identity()));
  }

  /** As {@link #fromEnvironment}, with this profile of {@code temporal.toml}. */
  public static LonghaulModule fromProfile(String name) {
    return fromEnvironment().configuration(Configuration.ofProcess().profile(name));
  }

  /**
   * A Temporal service over a channel of the caller's, who also cares for its credentials and
   * closes it; namespace {@code default}.
   */
  public static LonghaulModule forChannel(ManagedChannel channel) {
    return of(
        new ConnectionPlan.Given(
            new Endpoint.ByChannel(channel, ConnectionOptions.DEFAULT_NAMESPACE)));
  }

  private static LonghaulModule of(ConnectionPlan connection) {
    return new LonghaulModule(
        connection,
        Configuration.ofProcess(),
        UnaryOperator.identity(),
        HandlerOptions.none(),
        Map.of(),
        Optional.empty());
  }

  /**
   * In this namespace.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public LonghaulModule namespace(String newNamespace) {
    return with(connection.withNamespace(newNamespace));
  }

  /**
   * With a changed connection. If configuration has a say in it, the change stands above that.
   *
   * @throws IllegalArgumentException if the changed options are wrong
   * @throws IllegalStateException if the channel is the caller's, who set all this when building it
   */
  public LonghaulModule connection(UnaryOperator<ConnectionOptions.Builder> change) {
    return with(connection.changed(change));
  }

  private LonghaulModule with(ConnectionPlan changed) {
    return new LonghaulModule(changed, configuration, optionChanges, defaults, handlers, machine);
  }

  /**
   * With this configuration instead of that of this process. {@link Configuration#none} is for
   * tests: nothing but code and annotations says anything.
   */
  public LonghaulModule configuration(Configuration newConfiguration) {
    return new LonghaulModule(
        connection, newConfiguration, optionChanges, defaults, handlers, machine);
  }

  /** With these options, whatever configuration says. */
  public LonghaulModule options(RuntimeOptions newOptions) {
    return withOptions(builder -> newOptions.toBuilder());
  }

  /** With changed options. The change stands above what configuration says. */
  public LonghaulModule options(UnaryOperator<RuntimeOptions.Builder> change) {
    return withOptions(builder -> change.apply(optionChanges.apply(builder)));
  }

  private LonghaulModule withOptions(UnaryOperator<RuntimeOptions.Builder> changes) {
    return new LonghaulModule(connection, configuration, changes, defaults, handlers, machine);
  }

  /**
   * With these settings for all handlers, where neither their annotations say anything nor
   * configuration does for that handler.
   */
  public LonghaulModule defaults(UnaryOperator<HandlerOptions> change) {
    return new LonghaulModule(
        connection, configuration, optionChanges, change.apply(defaults), handlers, machine);
  }

  /**
   * With these settings for one handler, whatever annotation and configuration say.
   *
   * @param name the handler's name: by default its simple class name
   */
  public LonghaulModule handler(String name, UnaryOperator<HandlerOptions> change) {
    Map<String, HandlerOptions> changed = new HashMap<>(handlers);
    changed.put(name, change.apply(handlers.getOrDefault(name, HandlerOptions.none())));
    return new LonghaulModule(connection, configuration, optionChanges, defaults, changed, machine);
  }

  /**
   * On this machine instead of the real one: for tests that move time. It serves one injector,
   * whose runtime closes it.
   */
  public LonghaulModule machine(Machine newMachine) {
    return new LonghaulModule(
        connection, configuration, optionChanges, defaults, handlers, Optional.of(newMachine));
  }

  ConnectionPlan connectionPlan() {
    return connection;
  }

  Configuration configuration() {
    return configuration;
  }

  UnaryOperator<RuntimeOptions.Builder> optionChanges() {
    return optionChanges;
  }

  HandlerOptions defaults() {
    return defaults;
  }

  Map<String, HandlerOptions> handlers() {
    return handlers;
  }

  Optional<Machine> machine() {
    return machine;
  }

  @Override
  protected void configure() {
    SpiVersion.mismatch(LonghaulModule.class, SpiVersion.CURRENT).ifPresent(binder()::addError);
    Multibinder.newSetBinder(binder(), new TypeLiteral<HandlerBinding<?>>() {});
    requestInjection(new HandlerClashes());
  }

  @Provides
  @Singleton
  Setup setup(Set<HandlerBinding<?>> bindings) {
    return new Setup(this, bindings);
  }

  @Provides
  @Singleton
  Core core(Setup setup) {
    return new Core(setup);
  }

  @Provides
  @Singleton
  LonghaulRuntime runtime(Core core, Set<HandlerBinding<?>> bindings) {
    return new LonghaulRuntime(core, bindings);
  }

  @Provides
  @Singleton
  LonghaulClient client(Core core) {
    return core.client();
  }

  @Provides
  AsyncCompletionClient completionClient(LonghaulClient client) {
    return client;
  }

  @Provides
  LongRunningActivityManager manager(Core core) {
    return core.manager();
  }

  @Provides
  BatchActivityProcessors batchProcessors(Core core) {
    return core.batches();
  }

  /** Target and namespace, if code says them. */
  @Override
  public String toString() {
    return "LonghaulModule[" + connection + "]";
  }
}
