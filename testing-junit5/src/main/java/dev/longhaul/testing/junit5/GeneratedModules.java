package dev.longhaul.testing.junit5;

import com.google.inject.Key;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import com.google.inject.spi.Message;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.spi.AsyncActivityModule;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import java.util.stream.Collectors;

/** The modules that the annotation processor generates, by their handlers. */
final class GeneratedModules {
  private GeneratedModules() {}

  /**
   * The module of a handler.
   *
   * @throws IllegalArgumentException if it is no handler, or if its module was not generated
   */
  @SuppressWarnings("unchecked")
  static <H> AsyncActivityModule<H> of(Class<H> handler) {
    String name = handler.getName().replace('$', '_') + "_AsyncActivityModule";
    try {
      Class<?> module = Class.forName(name, true, handler.getClassLoader());
      return (AsyncActivityModule<H>) module.getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(missing(handler, name), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(name + " cannot be used: build it anew", e);
    }
  }

  private static String missing(Class<?> handler, String module) {
    return handler.isAnnotationPresent(AsyncActivityHandler.class)
        ? "there is no "
            + module
            + ": is longhaul-processor on the annotation processor path of the code that has this"
            + " handler?"
        : handler.getName()
            + " is no handler: it has no @AsyncActivityHandler. Name the classes of handlers, not"
            + " those of workflows or activity interfaces";
  }

  /**
   * What a module binds, without an injector: its provider gives nothing.
   *
   * @throws IllegalArgumentException if the module does not fit this version
   */
  @SuppressWarnings("unchecked")
  static <H> HandlerBinding<H> description(AsyncActivityModule<H> module) {
    Key<HandlerBinding<H>> key = module.key();
    List<Element> elements = Elements.getElements(module.bindingHalf());
    return elements.stream()
        .filter(InstanceBinding.class::isInstance)
        .map(element -> (InstanceBinding<?>) element)
        .filter(binding -> binding.getKey().equals(key))
        .map(binding -> (HandlerBinding<H>) binding.getInstance())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(errors(elements)));
  }

  private static String errors(List<Element> elements) {
    return elements.stream()
        .filter(Message.class::isInstance)
        .map(element -> ((Message) element).getMessage())
        .collect(Collectors.joining("\n"));
  }
}
