package dev.longhaul.processor.check;

import com.google.auto.common.MoreElements;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.processor.diagnostic.Place;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What is written in the annotation of a handler; defaults and what does not exist are not. */
public record Attributes(TypeElement handler, AnnotationMirror annotation) {

  /** The annotation of a handler. */
  public static Attributes of(TypeElement handler) {
    return MoreElements.getAnnotationMirror(handler, AsyncActivityHandler.class)
        .toJavaUtil()
        .map(mirror -> new Attributes(handler, mirror))
        .orElseThrow(() -> new IllegalStateException(handler + " has lost its annotation"));
  }

  /** The value as text, enum constants by name; empty if it says "none" or is not written. */
  Optional<String> text(String attribute) {
    return value(attribute)
        .map(AnnotationValue::getValue)
        .filter(value -> !isNone(value))
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

  /** Where the value is written; the annotation, if it is not. */
  public Place place(String attribute) {
    return new Place(handler, annotation, value(attribute).orElse(null));
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
