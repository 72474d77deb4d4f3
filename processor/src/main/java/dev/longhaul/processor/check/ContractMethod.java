package dev.longhaul.processor.check;

import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method of the interface that workflows call.
 *
 * @param type with the type arguments that the contract gives to its superinterfaces
 */
record ContractMethod(
    TypeElement contract, String activityType, ExecutableElement element, ExecutableType type) {

  record Parameter(String name, TypeMirror type) {}

  /** {@code Media.transcode}. */
  String show() {
    return Show.type(contract) + "." + element.getSimpleName();
  }

  TypeMirror result() {
    return type.getReturnType();
  }

  List<Parameter> parameters() {
    return IntStream.range(0, type.getParameterTypes().size())
        .mapToObj(
            i ->
                new Parameter(
                    element.getParameters().get(i).getSimpleName().toString(),
                    type.getParameterTypes().get(i)))
        .toList();
  }
}
