package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.diagnostic.ClassRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;

/** What a class must be, so that generated code can name it and the runtime can create it. */
final class ClassCheck {
  private ClassCheck() {}

  /** Whether the element has instances of its own at all, so that more can be said about it. */
  static boolean isClass(TypeElement handler, Report report) {
    boolean isClass =
        handler.getKind() == ElementKind.CLASS || handler.getKind() == ElementKind.RECORD;
    if (!isClass) {
      report.add(
          ClassRule.NOT_A_CLASS,
          Place.of(handler),
          Show.type(handler),
          kind(handler),
          handler.getSimpleName());
    }
    return isClass;
  }

  static void check(TypeElement handler, Report report) {
    Place place = Place.of(handler);
    String name = Show.type(handler);
    if (handler.getModifiers().contains(Modifier.ABSTRACT)) {
      report.add(ClassRule.ABSTRACT, place, name, handler.getSimpleName());
    }
    privatePart(handler)
        .ifPresent(
            hidden ->
                report.add(
                    ClassRule.PRIVATE, place, name, Show.type(hidden), hidden.getSimpleName()));
    if (handler.getNestingKind() == NestingKind.MEMBER
        && !handler.getModifiers().contains(Modifier.STATIC)) {
      report.add(ClassRule.INNER, place, name, handler.getSimpleName());
    }
    for (TypeParameterElement parameter : handler.getTypeParameters()) {
      report.add(ClassRule.GENERIC, Place.of(parameter), name, parameter, handler.getSimpleName());
    }
    if (MoreElements.getPackage(handler).isUnnamed()) {
      report.add(ClassRule.UNNAMED_PACKAGE, place, name);
    }
  }

  private static Optional<TypeElement> privatePart(TypeElement handler) {
    for (Element e = handler; e instanceof TypeElement type; e = e.getEnclosingElement()) {
      if (type.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "an enum";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "an interface";
    };
  }
}
