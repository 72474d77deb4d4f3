package dev.longhaul.processor.check;

import dev.longhaul.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * The first thing in which a start method differs from the method that workflows call.
 *
 * @param text what it is, and what it should be
 */
record ContractMismatch(Place place, String text) {

  static Optional<ContractMismatch> find(
      ContractMethod expected, StartMethod start, TypeTool types) {
    List<ContractMethod.Parameter> parameters = expected.parameters();
    List<RoleMethod.Parameter> inputs = start.inputs();
    if (inputs.size() != parameters.size()) {
      return Optional.of(
          new ContractMismatch(
              start.method().place(),
              "it takes " + count(inputs.size()) + ", not " + count(parameters.size())));
    }
    for (int i = 0; i < inputs.size(); i++) {
      TypeMirror wanted = parameters.get(i).type();
      RoleMethod.Parameter input = inputs.get(i);
      if (!types.same(wanted, input.type())) {
        return Optional.of(
            differs(start.method().placeOf(input), input.name(), input.type(), wanted));
      }
    }
    TypeMirror result = start.completion().result();
    return isSame(expected.result(), result, types)
        ? Optional.empty()
        : Optional.of(differs(start.method().place(), "its result", result, expected.result()));
  }

  private static ContractMismatch differs(
      Place place, String what, TypeMirror found, TypeMirror wanted) {
    return new ContractMismatch(
        place, what + " is " + Show.type(found) + ", not " + Show.type(wanted));
  }

  private static boolean isSame(TypeMirror expected, TypeMirror result, TypeTool types) {
    return TypeTool.isNothing(expected)
        ? TypeTool.isNothing(result)
        : !TypeTool.isNothing(result) && types.same(expected, result);
  }

  private static String count(int inputs) {
    return inputs + (inputs == 1 ? " input" : " inputs");
  }
}
