package dev.longhaul.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Finds types that do not exist: not yet, if another processor will generate them, or not at all,
 * which the compiler reports.
 */
public final class Undefined extends SimpleTypeVisitor14<Boolean, Void> {
  /** What compilers answer for a value that does not exist. */
  private static final String ERROR_VALUE = "<error>";

  private static final Undefined INSTANCE = new Undefined();

  private Undefined() {
    super(false);
  }

  /** Whether the class or what it inherits names one, method bodies aside. */
  public static boolean isIn(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
            .anyMatch(Undefined::isInSupertype)
        || isInOne(type)
        || type.getEnclosedElements().stream()
            .filter(element -> !(element instanceof TypeElement))
            .anyMatch(Undefined::isInOne);
  }

  private static boolean isInSupertype(TypeMirror type) {
    return isIn(type)
        || (type instanceof DeclaredType declared && isIn((TypeElement) declared.asElement()));
  }

  static boolean isIn(TypeMirror type) {
    return INSTANCE.visit(type);
  }

  static boolean isIn(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof TypeMirror type) {
      return isIn(type);
    } else if (content instanceof AnnotationMirror annotation) {
      return isIn(annotation);
    } else if (content instanceof List<?> values) {
      return values.stream().anyMatch(v -> isIn((AnnotationValue) v));
    }
    return content == null || content.equals(ERROR_VALUE);
  }

  private static boolean isIn(AnnotationMirror annotation) {
    return isIn(annotation.getAnnotationType())
        || annotation.getElementValues().values().stream().anyMatch(Undefined::isIn);
  }

  private static boolean isInOne(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(Undefined::isIn)
        || (element instanceof Parameterizable generic && isInParameters(generic))
        || (element instanceof ExecutableElement method
            ? isInSignature(method)
            : !(element instanceof TypeElement) && isIn(element.asType()));
  }

  private static boolean isInParameters(Parameterizable generic) {
    return generic.getTypeParameters().stream()
        .flatMap(parameter -> parameter.getBounds().stream())
        .anyMatch(Undefined::isIn);
  }

  private static boolean isInSignature(ExecutableElement method) {
    return isIn(method.getReturnType())
        || method.getThrownTypes().stream().anyMatch(Undefined::isIn)
        || method.getParameters().stream().anyMatch(Undefined::isInOne);
  }

  @Override
  public Boolean visitError(ErrorType type, Void unused) {
    return true;
  }

  @Override
  public Boolean visitDeclared(DeclaredType type, Void unused) {
    return visit(type.getEnclosingType()) || type.getTypeArguments().stream().anyMatch(this::visit);
  }

  @Override
  public Boolean visitArray(ArrayType type, Void unused) {
    return visit(type.getComponentType());
  }

  @Override
  public Boolean visitIntersection(IntersectionType type, Void unused) {
    return type.getBounds().stream().anyMatch(this::visit);
  }

  // Its bounds are looked at where it is declared; it may name itself in them.
  @Override
  public Boolean visitTypeVariable(TypeVariable type, Void unused) {
    return false;
  }

  @Override
  public Boolean visitWildcard(WildcardType type, Void unused) {
    return Stream.of(
            Optional.ofNullable(type.getExtendsBound()), Optional.ofNullable(type.getSuperBound()))
        .flatMap(Optional::stream)
        .anyMatch(this::visit);
  }
}
