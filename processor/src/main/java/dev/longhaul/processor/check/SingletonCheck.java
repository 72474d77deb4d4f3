package dev.longhaul.processor.check;

import static com.google.auto.common.MoreElements.isAnnotationPresent;

import com.google.auto.common.MoreTypes;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.ClassRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.Rule;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** One instance for all attempts should have no state of a single one. */
final class SingletonCheck {
  private SingletonCheck() {}

  /**
   * Warns of state.
   *
   * @param batch whether there is one instance in any case
   */
  static void check(TypeElement handler, boolean batch, Report report) {
    if (batch) {
      checkFields(handler, handler, BatchRule.MUTABLE_FIELD, report);
    } else if (isAnnotationPresent(handler, jakarta.inject.Singleton.class)
        || isAnnotationPresent(handler, com.google.inject.Singleton.class)) {
      checkFields(handler, handler, ClassRule.MUTABLE_SINGLETON, report);
    }
  }

  private static void checkFields(TypeElement type, TypeElement handler, Rule rule, Report report) {
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (isState(field)) {
        report.add(
            rule,
            Place.of(type.equals(handler) ? field : handler),
            Show.type(handler),
            field.getSimpleName(),
            Show.type(field.asType()) + " " + field.getSimpleName());
      }
    }
    TypeMirror superclass = type.getSuperclass();
    if (superclass.getKind() == TypeKind.DECLARED) {
      checkFields(MoreTypes.asTypeElement(superclass), handler, rule, report);
    }
  }

  // What Guice sets, it sets once.
  private static boolean isState(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    return !modifiers.contains(Modifier.FINAL)
        && !modifiers.contains(Modifier.STATIC)
        && !ConstructorCheck.isInjectable(field);
  }
}
