package dev.longhaul.processor;

import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A method of a handler, perhaps inherited.
 *
 * @param type with the type arguments that the handler gives to its superclasses
 */
record RoleMethod(TypeElement handler, Role role, ExecutableElement element, ExecutableType type) {

  /** A parameter with its type in the handler. */
  record Parameter(VariableElement element, TypeMirror type) {
    String name() {
      return element.getSimpleName().toString();
    }
  }

  String name() {
    return element.getSimpleName().toString();
  }

  List<Parameter> parameters() {
    return IntStream.range(0, element.getParameters().size())
        .mapToObj(
            i -> new Parameter(element.getParameters().get(i), type.getParameterTypes().get(i)))
        .toList();
  }

  TypeMirror returnType() {
    return type.getReturnType();
  }

  boolean returnsVoid() {
    return returnType().getKind() == TypeKind.VOID;
  }

  boolean isInherited() {
    return !handler.equals(element.getEnclosingElement());
  }

  /** Where to report: the method; the handler, if the method stands in another class. */
  Place place() {
    return Place.of(isInherited() ? handler : element);
  }

  /** Where to report what is wrong with a parameter. */
  Place placeOf(Parameter parameter) {
    return isInherited() ? place() : Place.of(parameter.element());
  }
}
