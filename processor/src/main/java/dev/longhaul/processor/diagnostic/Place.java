package dev.longhaul.processor.diagnostic;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a mistake is: as narrow as possible, so that the caret stands under it.
 *
 * @param element null for what concerns the compilation as a whole
 */
public record Place(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** The compilation as a whole. */
  public static Place nowhere() {
    return new Place(null, null, null);
  }

  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }
}
