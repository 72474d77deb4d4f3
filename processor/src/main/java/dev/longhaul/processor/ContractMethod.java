package dev.longhaul.processor;

import com.google.auto.common.MoreElements;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;

/**
 * A method of the interface that workflows call.
 *
 * @param activityType as Temporal's Java SDK derives it; its annotations are known by name alone,
 *     so that nothing depends on it
 */
record ContractMethod(String activityType, ExecutableElement element, ExecutableType type) {
  private static final String ACTIVITY_METHOD = "io.temporal.activity.ActivityMethod";
  private static final String ACTIVITY_INTERFACE = "io.temporal.activity.ActivityInterface";

  static ContractMethod of(TypeElement contract, ExecutableElement method, TypeTool types) {
    return new ContractMethod(
        activityType(contract, method), method, types.memberOf(contract, method));
  }

  /** Whether workflows can call it. */
  static boolean isOne(ExecutableElement method) {
    Element type = method.getEnclosingElement();
    return type != null
        && type.getKind() == ElementKind.INTERFACE
        && !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private static String activityType(TypeElement contract, ExecutableElement method) {
    return text(method, ACTIVITY_METHOD, "name")
        .orElseGet(() -> prefix(contract, method) + capitalized(method.getSimpleName().toString()));
  }

  private static String prefix(TypeElement contract, ExecutableElement method) {
    Element declaring = method.getEnclosingElement();
    Element annotated =
        declaring != null && MoreElements.isAnnotationPresent(declaring, ACTIVITY_INTERFACE)
            ? declaring
            : contract;
    return text(annotated, ACTIVITY_INTERFACE, "namePrefix").orElse("");
  }

  private static Optional<String> text(Element element, String annotation, String attribute) {
    return MoreElements.getAnnotationMirror(element, annotation)
        .toJavaUtil()
        .flatMap(mirror -> text(mirror, attribute));
  }

  private static Optional<String> text(AnnotationMirror annotation, String attribute) {
    return annotation.getElementValues().entrySet().stream()
        .filter(e -> e.getKey().getSimpleName().contentEquals(attribute))
        .map(e -> e.getValue().getValue().toString())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
