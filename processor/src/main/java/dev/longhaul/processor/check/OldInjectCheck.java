package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.diagnostic.ClassRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Annotations of {@code javax.inject} look as if they did something. */
final class OldInjectCheck {
  private static final String PACKAGE = "javax.inject";

  private OldInjectCheck() {}

  static void check(TypeElement handler, Report report) {
    Stream.concat(Stream.of(handler), handler.getEnclosedElements().stream())
        .flatMap(OldInjectCheck::withParameters)
        .forEach(element -> check(element, handler, report));
  }

  /** Whether it has one itself. */
  static boolean isIn(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(OldInjectCheck::isOld);
  }

  private static void check(Element element, TypeElement handler, Report report) {
    element.getAnnotationMirrors().stream()
        .filter(OldInjectCheck::isOld)
        .forEach(
            annotation ->
                report.add(
                    ClassRule.OLD_INJECT,
                    Place.of(element, annotation),
                    Show.type(handler),
                    annotation.getAnnotationType().asElement().getSimpleName()));
  }

  private static Stream<Element> withParameters(Element element) {
    return element instanceof ExecutableElement method
        ? Stream.concat(Stream.of(element), method.getParameters().stream())
        : Stream.of(element);
  }

  private static boolean isOld(AnnotationMirror annotation) {
    return MoreElements.getPackage(annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(PACKAGE);
  }
}
