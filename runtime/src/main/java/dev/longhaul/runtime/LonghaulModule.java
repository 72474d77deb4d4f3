package dev.longhaul.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.api.spi.SpiVersion;
import dev.longhaul.runtime.internal.config.SettingsResolver;
import io.grpc.ManagedChannel;
import java.util.HashMap;
import java.util.Map;
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
  private final Endpoint endpoint;
  private final RuntimeOptions options;
  private final HandlerOptions defaults;
  private final Map<String, HandlerOptions> handlers;

  private LonghaulModule(
      Endpoint endpoint,
      RuntimeOptions options,
      HandlerOptions defaults,
      Map<String, HandlerOptions> handlers) {
    this.endpoint = endpoint;
    this.options = options;
    this.defaults = defaults;
    this.handlers = Map.copyOf(handlers);
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
    return of(new Endpoint.ByOptions(options));
  }

  /**
   * A Temporal service as the environment says: the variables {@code TEMPORAL_…}, and below them
   * the profile in {@code temporal.toml} that they name.
   *
   * @throws IllegalArgumentException with everything that is wrong there
   * @see ConnectionProfile
   */
  public static LonghaulModule fromEnvironment() {
    return forConnection(ConnectionProfile.ofEnvironment().load().build());
  }

  /**
   * As {@link #fromEnvironment}, with this profile, which must be there.
   *
   * @throws IllegalArgumentException with everything that is wrong there
   */
  public static LonghaulModule fromProfile(String name) {
    return forConnection(ConnectionProfile.ofEnvironment().named(name).load().build());
  }

  /**
   * A Temporal service over a channel of the caller's, who also cares for its credentials and
   * closes it; namespace {@code default}.
   */
  public static LonghaulModule forChannel(ManagedChannel channel) {
    return of(new Endpoint.ByChannel(channel, ConnectionOptions.DEFAULT_NAMESPACE));
  }

  private static LonghaulModule of(Endpoint endpoint) {
    return new LonghaulModule(endpoint, RuntimeOptions.defaults(), HandlerOptions.none(), Map.of());
  }

  /**
   * In this namespace.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public LonghaulModule namespace(String newNamespace) {
    return new LonghaulModule(endpoint.withNamespace(newNamespace), options, defaults, handlers);
  }

  /**
   * With a changed connection.
   *
   * @throws IllegalArgumentException if the changed options are wrong
   * @throws IllegalStateException if the channel is the caller's, who set all this when building it
   */
  public LonghaulModule connection(UnaryOperator<ConnectionOptions.Builder> change) {
    ConnectionOptions given =
        endpoint
            .options()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "this module uses a channel that was given to it: set what belongs to the"
                            + " connection where that channel is built"));
    ConnectionOptions changed = change.apply(given.toBuilder()).build();
    return new LonghaulModule(new Endpoint.ByOptions(changed), options, defaults, handlers);
  }

  /** With these options. */
  public LonghaulModule options(RuntimeOptions newOptions) {
    return new LonghaulModule(endpoint, newOptions, defaults, handlers);
  }

  /** With these settings for all handlers, where their annotations say nothing. */
  public LonghaulModule defaults(UnaryOperator<HandlerOptions> change) {
    return new LonghaulModule(endpoint, options, change.apply(defaults), handlers);
  }

  /**
   * With these settings for one handler, whatever its annotation says.
   *
   * @param name the handler's name: by default its simple class name
   */
  public LonghaulModule handler(String name, UnaryOperator<HandlerOptions> change) {
    Map<String, HandlerOptions> changed = new HashMap<>(handlers);
    changed.put(name, change.apply(handlers.getOrDefault(name, HandlerOptions.none())));
    return new LonghaulModule(endpoint, options, defaults, changed);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  RuntimeOptions options() {
    return options;
  }

  Map<String, HandlerOptions> handlers() {
    return handlers;
  }

  /** What is set here for all handlers and for single ones, and how annotations go with it. */
  SettingsResolver handlerSettings() {
    Map<String, Map<HandlerSetting, String>> explicit = new HashMap<>();
    handlers.forEach((name, values) -> explicit.put(name, values.values()));
    return new SettingsResolver(defaults.values(), explicit);
  }

  @Override
  protected void configure() {
    SpiVersion.mismatch(LonghaulModule.class, SpiVersion.CURRENT).ifPresent(binder()::addError);
    Multibinder.newSetBinder(binder(), new TypeLiteral<HandlerBinding<?>>() {});
    requestInjection(new HandlerClashes(handlerSettings()));
  }

  @Provides
  @Singleton
  Core core() {
    return new Core(this);
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

  /** Target and namespace. */
  @Override
  public String toString() {
    return "LonghaulModule[" + endpoint.name() + ", namespace " + endpoint.namespace() + "]";
  }
}
