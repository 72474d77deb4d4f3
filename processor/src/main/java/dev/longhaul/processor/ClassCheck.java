package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import com.google.auto.common.Visibility;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** What a class must be, so that generated code can name it and the runtime can create it. */
final class ClassCheck {
  private ClassCheck() {}

  /** Whether the element has instances of its own at all, so that more can be said about it. */
  static boolean isClass(TypeElement handler, Report report) {
    boolean isClass =
        handler.getKind() == ElementKind.CLASS || handler.getKind() == ElementKind.RECORD;
    if (!isClass) {
      report.error(Place.of(handler), Messages.noClass(handler));
    }
    return isClass;
  }

  static void check(TypeElement handler, Report report) {
    Place place = Place.of(handler);
    if (handler.getModifiers().contains(Modifier.ABSTRACT)) {
      report.error(place, Messages.abstractClass(handler));
    }
    if (Visibility.effectiveVisibilityOfElement(handler) == Visibility.PRIVATE) {
      report.error(place, Messages.privateClass(handler));
    }
    if (handler.getNestingKind() == NestingKind.MEMBER
        && !handler.getModifiers().contains(Modifier.STATIC)) {
      report.error(place, Messages.innerClass(handler));
    }
    if (!handler.getTypeParameters().isEmpty()) {
      report.error(place, Messages.genericClass(handler));
    }
    if (MoreElements.getPackage(handler).isUnnamed()) {
      report.error(place, Messages.unnamedPackage(handler));
    }
  }
}
