package dev.longhaul.processor.diagnostic;

import com.google.auto.common.MoreElements;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** {@code @SuppressWarnings} with the id of a rule, on the element or on what is around it. */
final class Suppression {
  private Suppression() {}

  static boolean of(Rule rule, Place place) {
    for (Element e = place.element(); e != null; e = e.getEnclosingElement()) {
      if (suppressed(e).anyMatch(rule.id()::equals)) {
        return true;
      }
    }
    return false;
  }

  // Not by getAnnotation(), which fails where one of the texts is a constant that does not exist.
  private static Stream<Object> suppressed(Element element) {
    return MoreElements.getAnnotationMirror(element, SuppressWarnings.class).toJavaUtil().stream()
        .flatMap(annotation -> annotation.getElementValues().values().stream())
        .flatMap(Suppression::texts);
  }

  private static Stream<Object> texts(AnnotationValue value) {
    return value.getValue() instanceof List<?> values
        ? values.stream().map(v -> ((AnnotationValue) v).getValue())
        : Stream.of(value.getValue());
  }
}
