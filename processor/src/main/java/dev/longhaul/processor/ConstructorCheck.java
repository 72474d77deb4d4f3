package dev.longhaul.processor;

import static com.google.auto.common.MoreElements.isAnnotationPresent;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Guice must find one constructor. */
final class ConstructorCheck {
  private static final String OLD_INJECT = "javax.inject.Inject";

  private ConstructorCheck() {}

  static void check(TypeElement handler, Report report) {
    List<ExecutableElement> all = ElementFilter.constructorsIn(handler.getEnclosedElements());
    List<ExecutableElement> injectable =
        all.stream().filter(ConstructorCheck::isInjectable).toList();
    injectable.stream()
        .skip(1)
        .forEach(extra -> report.error(Place.of(extra), Messages.severalConstructors(handler)));
    if (injectable.isEmpty() && all.stream().noneMatch(ConstructorCheck::isUsableWithoutInject)) {
      reportMissing(handler, all, report);
    }
  }

  private static void reportMissing(
      TypeElement handler, List<ExecutableElement> all, Report report) {
    all.stream()
        .filter(constructor -> isAnnotationPresent(constructor, OLD_INJECT))
        .findFirst()
        .ifPresentOrElse(
            old -> report.error(Place.of(old), Messages.oldInject(handler)),
            () -> report.error(placeOf(handler, all), Messages.noConstructor(handler)));
  }

  // The constructor itself if there is just one, since then it is clear which one is meant.
  private static Place placeOf(TypeElement handler, List<ExecutableElement> all) {
    return Place.of(all.size() == 1 ? all.get(0) : handler);
  }

  private static boolean isInjectable(ExecutableElement constructor) {
    return isAnnotationPresent(constructor, jakarta.inject.Inject.class)
        || isAnnotationPresent(constructor, com.google.inject.Inject.class);
  }

  private static boolean isUsableWithoutInject(ExecutableElement constructor) {
    return constructor.getParameters().isEmpty()
        && !constructor.getModifiers().contains(Modifier.PRIVATE);
  }
}
