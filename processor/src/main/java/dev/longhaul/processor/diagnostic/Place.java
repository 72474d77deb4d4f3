package dev.longhaul.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeParameterElement;
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

  private static final String ECLIPSE = "org.eclipse.";

  /** The compilation as a whole. */
  public static Place nowhere() {
    return new Place(null, null, null);
  }

  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  /** As it can be shown: Eclipse's compiler knows no place of a type parameter. */
  Place as(Messager messager) {
    return element instanceof TypeParameterElement parameter
            && messager.getClass().getName().startsWith(ECLIPSE)
        ? of(parameter.getGenericElement())
        : this;
  }

  public static Place of(Element element, AnnotationMirror annotation) {
    return new Place(element, annotation, null);
  }
}
