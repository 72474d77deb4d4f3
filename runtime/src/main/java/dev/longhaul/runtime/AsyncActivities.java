package dev.longhaul.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** Modules of handlers: those that the class path has, and those with private collaborators. */
public final class AsyncActivities {
  private AsyncActivities() {}

  /** All handlers that the current thread's context class loader finds. */
  public static Discovered discover() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return discover(loader == null ? AsyncActivities.class.getClassLoader() : loader);
  }

  /** All handlers that the class loader finds. */
  public static Discovered discover(ClassLoader loader) {
    return new Discovered(loader, Set.of());
  }

  /**
   * Handlers whose collaborators nobody else sees: the private parts are bound around them, and
   * only the handlers become visible outside. Leave them out of {@link #discover()} with {@link
   * Discovered#except}.
   */
  public static Module isolated(Module privateParts, AsyncActivityModule<?>... handlers) {
    List<AsyncActivityModule<?>> isolated = List.of(handlers);
    return new AbstractModule() {
      @Override
      protected void configure() {
        install(
            new PrivateModule() {
              @Override
              protected void configure() {
                install(privateParts);
                for (AsyncActivityModule<?> handler : isolated) {
                  install(handler.bindingHalf());
                  expose(handler.key());
                }
              }
            });
        isolated.forEach(handler -> install(handler.setHalf()));
      }
    };
  }

  /** A module of all handlers that were found. Immutable. */
  public static final class Discovered implements Module {
    private final ClassLoader loader;
    private final Set<Class<?>> except;

    private Discovered(ClassLoader loader, Set<Class<?>> except) {
      this.loader = loader;
      this.except = except;
    }

    /** Without these handlers, too, which are installed otherwise or not wanted. */
    public Discovered except(Class<?>... handlers) {
      Set<Class<?>> all = new HashSet<>(except);
      all.addAll(List.of(handlers));
      return new Discovered(loader, Set.copyOf(all));
    }

    @Override
    public void configure(Binder binder) {
      for (AsyncActivityModule<?> handler : modules(binder)) {
        if (!except.contains(handler.handlerType())) {
          binder.withSource(source(handler)).install(handler);
        }
      }
    }

    private List<AsyncActivityModule<?>> modules(Binder binder) {
      List<AsyncActivityModule<?>> modules = new ArrayList<>();
      Iterator<HandlerIndex> indexes = ServiceLoader.load(HandlerIndex.class, loader).iterator();
      // Each one by itself: one that is broken hides no others, and none fails silently.
      while (true) {
        try {
          if (!indexes.hasNext()) {
            return modules;
          }
          modules.addAll(indexes.next().modules());
        } catch (ServiceConfigurationError | LinkageError e) {
          binder.addError(
              "An index of handlers does not fit what is on the class path: %s. Most likely a"
                  + " handler was removed or renamed, or is of another version, and the jar or folder"
                  + " with the index was not built anew: build it from scratch.",
              e);
        }
      }
    }

    // Guice shows this where the same handler is bound twice.
    private static String source(AsyncActivityModule<?> handler) {
      return "AsyncActivities.discover() found "
          + handler
          + "; to install this handler otherwise, write .except("
          + handler.handlerType().getSimpleName()
          + ".class)";
    }
  }
}
