package dev.longhaul.processor.check;

import static com.google.auto.common.MoreElements.isAnnotationPresent;

import dev.longhaul.processor.diagnostic.ClassRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Guice must find one constructor. */
final class ConstructorCheck {
  private ConstructorCheck() {}

  static void check(TypeElement handler, Report report) {
    List<ExecutableElement> all = ElementFilter.constructorsIn(handler.getEnclosedElements());
    List<ExecutableElement> injectable =
        all.stream().filter(ConstructorCheck::isInjectable).toList();
    injectable.stream()
        .skip(1)
        .forEach(
            extra ->
                report.add(
                    ClassRule.SEVERAL_CONSTRUCTORS,
                    Place.of(extra),
                    Show.type(handler),
                    Show.constructor(handler, extra)));
    if (injectable.isEmpty()
        && all.stream().noneMatch(c -> isUsableWithoutInject(c, handler))
        && all.stream().noneMatch(OldInjectCheck::isIn)) {
      reportMissing(handler, all, report);
    }
  }

  /** Whether Guice sets it or calls it. */
  static boolean isInjectable(Element element) {
    return isAnnotationPresent(element, jakarta.inject.Inject.class)
        || isAnnotationPresent(element, com.google.inject.Inject.class);
  }

  private static void reportMissing(
      TypeElement handler, List<ExecutableElement> all, Report report) {
    boolean isRecord = handler.getKind() == ElementKind.RECORD;
    // The constructor itself if there is just one, since then it is clear which one is meant; a
    // record's need not be in the source.
    Element blamed = all.size() == 1 && !isRecord ? all.get(0) : handler;
    String code =
        isRecord
            ? handler.getSimpleName() + " {}"
            : all.stream()
                .findFirst()
                .map(constructor -> Show.constructor(handler, constructor))
                .orElse(handler.getSimpleName() + "()");
    report.add(
        ClassRule.NO_CONSTRUCTOR,
        Place.of(blamed),
        Show.type(handler),
        "@Inject " + code + (all.size() > 1 ? ", or at another one" : ""));
  }

  // That of a private class may be private.
  private static boolean isUsableWithoutInject(ExecutableElement constructor, TypeElement handler) {
    return constructor.getParameters().isEmpty()
        && (!constructor.getModifiers().contains(Modifier.PRIVATE)
            || handler.getModifiers().contains(Modifier.PRIVATE));
  }
}
