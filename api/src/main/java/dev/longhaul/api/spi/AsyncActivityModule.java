package dev.longhaul.api.spi;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.util.Types;
import java.util.Optional;

/**
 * The Guice module of one handler, the base of generated modules; install it by hand or have {@code
 * AsyncActivities.discover()} find it. Installing it twice is harmless.
 *
 * <p>It binds {@code HandlerBinding<H>} to whatever the injector makes of {@code H}, a binding or
 * scope of the user's included, and adds that key to the set of all handlers.
 */
public abstract class AsyncActivityModule<H> extends AbstractModule {
  private final Class<H> handlerType;
  private final int spiVersion;

  /**
   * For generated code.
   *
   * @param spiVersion the {@link SpiVersion} that the processor generated for
   */
  protected AsyncActivityModule(Class<H> handlerType, int spiVersion) {
    this.handlerType = handlerType;
    this.spiVersion = spiVersion;
  }

  /** Describes the handler; called once for each injector. */
  protected abstract HandlerBinding<H> describe(HandlerBinding.Builder<H> binding);

  /** The handler class. */
  public final Class<H> handlerType() {
    return handlerType;
  }

  /** The key that {@link #bindingHalf} binds. */
  @SuppressWarnings("unchecked")
  public final Key<HandlerBinding<H>> key() {
    return (Key<HandlerBinding<H>>)
        Key.get(Types.newParameterizedType(HandlerBinding.class, handlerType));
  }

  /** Binds {@link #key()} alone, for a private module that exposes it. */
  public final Module bindingHalf() {
    return this::bindBinding;
  }

  /** Adds {@link #key()} to the set of all handlers, where it is visible. */
  public final Module setHalf() {
    return this::addToSet;
  }

  @Override
  protected final void configure() {
    bindBinding(binder());
    addToSet(binder());
  }

  private void bindBinding(Binder binder) {
    Optional<String> mismatch = SpiVersion.mismatch(getClass(), spiVersion);
    if (mismatch.isPresent()) {
      binder.addError(mismatch.get());
      // Bound all the same, so that this is the only error.
      binder.bind(key()).toProvider(() -> null);
      return;
    }
    HandlerBinding.Builder<H> builder =
        HandlerBinding.builder(getClass(), handlerType, binder.getProvider(handlerType));
    binder.bind(key()).toInstance(describe(builder));
  }

  private void addToSet(Binder binder) {
    Multibinder.newSetBinder(binder, new TypeLiteral<HandlerBinding<?>>() {})
        .addBinding()
        .to(key());
  }

  // Exactly by class: Guice installs equal modules once, and a subclass is another handler's
  // module.
  @SuppressWarnings("EqualsGetClass")
  @Override
  public final boolean equals(Object other) {
    return other != null && getClass() == other.getClass();
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getName();
  }
}
