package dev.longhaul.processor;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Holds a handler against the interface that workflows call. */
final class ContractCheck {
  private final TypeTool types;

  ContractCheck(TypeTool types) {
    this.types = types;
  }

  void check(HandlerSpec handler, Optional<StartMethod> start, Report report) {
    handler
        .attributes()
        .type("contract")
        .ifPresent(
            type -> {
              if (isInterface(type)) {
                check(MoreTypes.asTypeElement(type), handler, start, report);
              } else {
                report.error(
                    handler.attributes().place("contract"), Messages.contractIsNoInterface(type));
              }
            });
  }

  private void check(
      TypeElement contract, HandlerSpec handler, Optional<StartMethod> start, Report report) {
    List<ContractMethod> methods = methods(contract);
    List<ContractMethod> candidates =
        methods.stream().filter(m -> m.activityType().equals(handler.activityType())).toList();
    if (candidates.isEmpty()) {
      report.error(
          handler.attributes().place("contract"),
          Messages.notInContract(handler, contract, methods));
    } else if (start.isPresent() && candidates.stream().noneMatch(m -> fits(m, start.get()))) {
      report.error(
          start.get().method().place(),
          MethodMessages.contractMismatch(start.get(), contract, candidates.get(0)));
    }
  }

  private List<ContractMethod> methods(TypeElement contract) {
    return types.methods(contract).stream()
        .filter(ContractMethod::isOne)
        .map(method -> ContractMethod.of(contract, method, types))
        .toList();
  }

  private boolean fits(ContractMethod method, StartMethod start) {
    List<? extends TypeMirror> expected = method.type().getParameterTypes();
    if (expected.size() != start.inputs().size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!types.same(expected.get(i), start.inputs().get(i).type())) {
        return false;
      }
    }
    return fits(method.type().getReturnType(), start.completion().result());
  }

  private boolean fits(TypeMirror expected, TypeMirror result) {
    return TypeTool.isNothing(expected)
        ? TypeTool.isNothing(result)
        : !TypeTool.isNothing(result) && types.same(expected, result);
  }

  private static boolean isInterface(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && MoreTypes.asElement(type).getKind() == ElementKind.INTERFACE;
  }
}
