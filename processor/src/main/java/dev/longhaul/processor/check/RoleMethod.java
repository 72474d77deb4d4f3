package dev.longhaul.processor.check;

import dev.longhaul.processor.diagnostic.Place;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
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

    ParameterKind kind() {
      return ParameterKind.of(type);
    }
  }

  String name() {
    return element.getSimpleName().toString();
  }

  /** As messages begin: {@code @OnStart method Foo.run}. */
  String subject() {
    return role + " method " + Show.type(handler) + "." + name();
  }

  /** As it is declared, without modifiers. */
  String signature() {
    return signature(Show.type(returnType()));
  }

  /** As it is declared, but for the result. */
  String signature(String result) {
    return Show.signature(result, name(), Show.parameters(element, type));
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

  /** Where to report: the method; the handler, if the method stands in another class. */
  Place place() {
    return placeOf(element);
  }

  /** Where to report what is wrong with a parameter. */
  Place placeOf(Parameter parameter) {
    return placeOf(parameter.element());
  }

  /** Where to report what is wrong with a part of the method. */
  Place placeOf(Element part) {
    return Place.of(handler.equals(element.getEnclosingElement()) ? part : handler);
  }
}
