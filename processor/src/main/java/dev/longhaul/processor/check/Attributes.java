package dev.longhaul.processor.check;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.MoreElements;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.processor.diagnostic.Place;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * What is written in an annotation of a handler; defaults and what does not exist are not.
 *
 * @param element what is annotated: the handler, or a method of it
 */
public record Attributes(TypeElement handler, Element element, AnnotationMirror annotation) {

  /** The annotation of a handler. */
  public static Attributes of(TypeElement handler) {
    return of(handler, handler, AsyncActivityHandler.class);
  }

  /** The annotation that gives a method its role. */
  static Attributes of(RoleMethod method) {
    return of(method.handler(), method.element(), method.role().annotation());
  }

  private static Attributes of(
      TypeElement handler, Element element, Class<? extends Annotation> annotation) {
    return MoreElements.getAnnotationMirror(element, annotation)
        .toJavaUtil()
        .map(mirror -> new Attributes(handler, element, mirror))
        .orElseThrow(() -> new IllegalStateException(element + " has lost its annotation"));
  }

  /** The value as text, enum constants by name; empty if it says "none" or is not written. */
  Optional<String> text(String attribute) {
    return text(value(attribute).filter(value -> !isNone(value.getValue())));
  }

  /** As {@link #text}, where nothing stands for "none". */
  Optional<String> written(String attribute) {
    return text(value(attribute));
  }

  /** As {@link #written}, or the default; empty if there is no such attribute. */
  Optional<String> effective(String attribute) {
    return text(
        AnnotationMirrors.getAnnotationValuesWithDefaults(annotation).entrySet().stream()
            .filter(e -> named(e.getKey(), attribute))
            .findFirst()
            .<AnnotationValue>map(Map.Entry::getValue)
            .filter(value -> !Undefined.isIn(value)));
  }

  private static Optional<String> text(Optional<AnnotationValue> written) {
    return written
        .map(AnnotationValue::getValue)
        .map(value -> value instanceof VariableElement e ? e.getSimpleName() : value)
        .map(Object::toString);
  }

  /** The class, if one is written. */
  Optional<TypeMirror> type(String attribute) {
    return value(attribute)
        .map(AnnotationValue::getValue)
        .filter(TypeMirror.class::isInstance)
        .map(TypeMirror.class::cast)
        .filter(type -> !TypeTool.isNothing(type));
  }

  /**
   * Where the value is written; the annotation, if it is not. The handler, if the annotation stands
   * in another class.
   */
  public Place place(String attribute) {
    return element.equals(handler) || handler.equals(element.getEnclosingElement())
        ? new Place(element, annotation, value(attribute).orElse(null))
        : Place.of(handler);
  }

  private Optional<AnnotationValue> value(String attribute) {
    return annotation.getElementValues().entrySet().stream()
        .filter(e -> named(e.getKey(), attribute))
        .findFirst()
        .<AnnotationValue>map(Map.Entry::getValue)
        .filter(value -> !Undefined.isIn(value));
  }

  private static boolean named(ExecutableElement element, String attribute) {
    return element.getSimpleName().contentEquals(attribute);
  }

  private static boolean isNone(Object value) {
    return value.equals("") || (value instanceof Number number && number.doubleValue() == 0);
  }
}
