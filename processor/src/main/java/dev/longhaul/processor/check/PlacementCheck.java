package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.processor.diagnostic.HookRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds annotated methods that nothing will ever call, since they are in no handler. */
public final class PlacementCheck {
  private PlacementCheck() {}

  /** The annotations of methods. */
  public static List<Class<? extends Annotation>> annotations() {
    return Arrays.stream(Role.values()).<Class<? extends Annotation>>map(Role::annotation).toList();
  }

  /** Reports the annotated methods of a class or interface that is no handler. */
  public static void check(TypeElement type, Report report) {
    if (mayBeExtended(type)) {
      return;
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      for (Role role : Role.values()) {
        MoreElements.getAnnotationMirror(method, role.annotation())
            .toJavaUtil()
            .ifPresent(annotation -> report(type, method, role, annotation, report));
      }
    }
  }

  private static void report(
      TypeElement type,
      ExecutableElement method,
      Role role,
      AnnotationMirror annotation,
      Report report) {
    String fix =
        type.getKind() == ElementKind.CLASS
            ? "@AsyncActivityHandler class "
                + type.getSimpleName()
                + "; or abstract class "
                + type.getSimpleName()
                + ", if handlers extend it"
            : "move the method to a class with @AsyncActivityHandler";
    report.add(HookRule.OUTSIDE, Place.of(method, annotation), role, Show.type(type), fix);
  }

  // Abstract classes and interfaces: handlers may extend them.
  private static boolean mayBeExtended(TypeElement type) {
    return type.getKind() == ElementKind.INTERFACE
        || (type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT));
  }
}
