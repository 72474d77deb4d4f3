package dev.longhaul.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.PrivateModule;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AsyncActivityModuleTest {
  private static final Key<Set<HandlerBinding<?>>> ALL = new Key<>() {};

  static final class Greeter {
    final String greeting;

    @Inject
    Greeter(String greeting) {
      this.greeting = greeting;
    }
  }

  static final class Other {}

  /** As the processor generates it. */
  static final class GreeterModule extends AsyncActivityModule<Greeter> {
    GreeterModule() {
      super(Greeter.class, SpiVersion.CURRENT);
    }

    @Override
    protected HandlerBinding<Greeter> describe(HandlerBinding.Builder<Greeter> binding) {
      return binding.onStart(CompletionForm.BLOCKING, (handler, call) -> handler.greeting);
    }
  }

  static final class OtherModule extends AsyncActivityModule<Other> {
    OtherModule() {
      super(Other.class, SpiVersion.CURRENT);
    }

    @Override
    protected HandlerBinding<Other> describe(HandlerBinding.Builder<Other> binding) {
      return binding.onStart(CompletionForm.BLOCKING, (handler, call) -> null);
    }
  }

  /** As a processor of another version generates it: with what this api does not know. */
  static final class NewerModule extends AsyncActivityModule<Other> {
    NewerModule() {
      super(Other.class, SpiVersion.CURRENT + 1);
    }

    @Override
    protected HandlerBinding<Other> describe(HandlerBinding.Builder<Other> binding) {
      throw new NoSuchMethodError("of another version");
    }
  }

  @Test
  void moduleOfAnotherSpiVersion_isTheOneError_andNamesBothVersionsAndPlaces() {
    assertThatThrownBy(() -> Guice.createInjector(new NewerModule()))
        .isInstanceOfSatisfying(
            CreationException.class,
            e -> {
              assertThat(e.getErrorMessages()).hasSize(1);
              assertThat(e)
                  .hasMessageContaining(NewerModule.class.getName())
                  .hasMessageContaining("is made for version " + (SpiVersion.CURRENT + 1))
                  .hasMessageContaining("has version " + SpiVersion.CURRENT)
                  .hasMessageContaining("test-classes")
                  .hasMessageContaining("longhaul-processor");
            });
  }

  @Test
  void halfOfAModuleOfAnotherSpiVersion_isRefusedAsWell() {
    assertThatThrownBy(() -> Guice.createInjector(new NewerModule().bindingHalf()))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("is made for version");
  }

  @Test
  void binding_saysWhoseItIs() {
    assertThat(
            Guice.createInjector(new OtherModule()).getInstance(new OtherModule().key()).origin())
        .startsWith(OtherModule.class.getName() + " of ")
        .contains("test-classes");
  }

  @Test
  void installedTwice_isThereOnce() {
    Injector injector =
        Guice.createInjector(new GreeterModule(), new GreeterModule(), greeting("hello"));
    assertThat(injector.getInstance(ALL)).hasSize(1);
  }

  @Test
  void modulesOfSeveralHandlers_areAllInTheSet() {
    Injector injector =
        Guice.createInjector(new GreeterModule(), new OtherModule(), greeting("hello"));
    assertThat(injector.getInstance(ALL))
        .extracting(HandlerBinding::activityType)
        .containsExactlyInAnyOrder("Greeter", "Other");
  }

  @Test
  void modules_areEqualByClass() {
    assertThat(new GreeterModule())
        .isEqualTo(new GreeterModule())
        .hasSameHashCodeAs(new GreeterModule())
        .isNotEqualTo(new OtherModule())
        .hasToString(GreeterModule.class.getName());
  }

  @Test
  void usersOwnBinding_wins() {
    Greeter own = new Greeter("own");
    Injector injector =
        Guice.createInjector(
            new GreeterModule(),
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Greeter.class).toInstance(own);
              }
            });
    assertThat(injector.getInstance(new GreeterModule().key()).provider().get()).isSameAs(own);
  }

  @Test
  void halves_keepTheHandlersCollaboratorsPrivate() {
    GreeterModule greeter = new GreeterModule();
    Injector injector =
        Guice.createInjector(
            new PrivateModule() {
              @Override
              protected void configure() {
                install(greeter.bindingHalf());
                bind(String.class).toInstance("private");
                expose(greeter.key());
              }
            },
            greeter.setHalf(),
            new OtherModule());

    assertThat(injector.getInstance(ALL)).hasSize(2);
    assertThat(injector.getInstance(greeter.key()).provider().get().greeting).isEqualTo("private");
    assertThat(injector.getExistingBinding(Key.get(String.class))).isNull();
  }

  @Test
  void binding_hasItsDefaults_andPrintsWhatItIs() {
    HandlerBinding<Other> binding =
        Guice.createInjector(new OtherModule()).getInstance(new OtherModule().key());
    assertThat(binding.activityType()).isEqualTo("Other");
    assertThat(binding.name()).isEqualTo("Other");
    assertThat(binding.sendsResult()).isTrue();
    assertThat(binding.settings()).isEmpty();
    assertThat(binding.heartbeat()).isEmpty();
    assertThat(binding.cancel()).isEmpty();
    assertThat(binding)
        .hasToString("HandlerBinding[" + Other.class.getName() + " handles Other, blocking]");
  }

  private static com.google.inject.Module greeting(String text) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        bind(String.class).toInstance(text);
      }
    };
  }
}
