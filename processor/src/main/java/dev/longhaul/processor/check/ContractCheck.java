package dev.longhaul.processor.check;

import com.google.auto.common.MoreTypes;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.ContractRule;
import dev.longhaul.processor.diagnostic.NearMiss;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    handler.attributes().type("contract").ifPresent(type -> check(type, handler, start, report));
  }

  private void check(
      TypeMirror type, HandlerSpec handler, Optional<StartMethod> start, Report report) {
    Place place = handler.attributes().place("contract");
    if (type.getKind() != TypeKind.DECLARED
        || MoreTypes.asElement(type).getKind() != ElementKind.INTERFACE) {
      report.add(ContractRule.NOT_AN_INTERFACE, place, Show.type(type));
      return;
    }
    TypeElement contract = MoreTypes.asTypeElement(type);
    if (contract.getTypeParameters().isEmpty()) {
      check(contract, handler, start, report);
    } else {
      report.add(
          ContractRule.GENERIC,
          place,
          Show.type(contract),
          names(contract.getTypeParameters()),
          contract.getSimpleName());
    }
  }

  private void check(
      TypeElement contract, HandlerSpec handler, Optional<StartMethod> start, Report report) {
    List<ContractMethod> methods = ContractReader.read(contract, types);
    List<ContractMethod> candidates =
        methods.stream().filter(m -> m.activityType().equals(handler.activityType())).toList();
    if (candidates.isEmpty()) {
      reportAbsence(contract, handler, methods, report);
    } else if (start.isPresent()
        && candidates.stream()
            .allMatch(m -> ContractMismatch.find(m, start.get(), types).isPresent())) {
      reportMismatch(candidates.get(0), start.get(), report);
    }
  }

  private static void reportAbsence(
      TypeElement contract, HandlerSpec handler, List<ContractMethod> methods, Report report) {
    Attributes attributes = handler.attributes();
    List<String> known = methods.stream().map(ContractMethod::activityType).sorted().toList();
    String fix =
        NearMiss.of(handler.activityType(), known)
            .map(near -> "did you mean activityType = \"" + near + "\"?")
            .orElse(
                known.isEmpty()
                    ? "a method in " + Show.type(contract)
                    : "activityType = \"" + String.join("\" or \"", known) + "\"");
    report.add(
        ContractRule.NOT_IN_CONTRACT,
        attributes.place(attributes.text("activityType").isPresent() ? "activityType" : "contract"),
        Show.type(contract),
        handler.activityType(),
        fix);
  }

  private void reportMismatch(ContractMethod expected, StartMethod start, Report report) {
    ContractMismatch.find(expected, start, types)
        .ifPresent(
            mismatch ->
                report.add(
                    ContractRule.MISMATCH,
                    mismatch.place(),
                    start.method().subject(),
                    expected.show(),
                    mismatch.text(),
                    signature(expected, start)));
  }

  /** How the start method should be declared, in its own completion form. */
  private String signature(ContractMethod expected, StartMethod start) {
    return start.isBatch() ? batchSignature(expected, start) : startSignature(expected, start);
  }

  private String batchSignature(ContractMethod expected, StartMethod start) {
    if (expected.parameters().size() != 1) {
      return Role.START + " in place of " + Role.BATCH + ", whose activities have one input";
    }
    String input = Show.type(types.boxed(expected.parameters().get(0).type()));
    String result = Show.type(types.boxed(expected.result()));
    String items = " " + start.inputs().get(0).name();
    String name = start.method().name();
    String outcomes = "List<Outcome<" + result + ">>";
    return Role.BATCH
        + " "
        + switch (start.completion().form()) {
          case BLOCKING ->
              Show.signature(outcomes, name, List.of("List<BatchItem<" + input + ">>" + items));
          case STAGE ->
              Show.signature(
                  "CompletionStage<" + outcomes + ">",
                  name,
                  List.of("List<BatchItem<" + input + ">>" + items));
          case EXTERNAL ->
              Show.signature(
                  "void",
                  name,
                  List.of("List<PendingBatchItem<" + input + ", " + result + ">>" + items));
        };
  }

  private String startSignature(ContractMethod expected, StartMethod start) {
    CompletionForm form = start.completion().form();
    String boxed = Show.type(types.boxed(expected.result()));
    List<String> parameters =
        expected.parameters().stream()
            .map(parameter -> Show.type(parameter.type()) + " " + parameter.name())
            .collect(Collectors.toList());
    start.method().parameters().stream()
        .filter(parameter -> parameter.kind() == ParameterKind.CONTEXT)
        .forEach(context -> parameters.add("ActivityContext " + context.name()));
    if (form == CompletionForm.EXTERNAL) {
      parameters.add("PendingActivity<" + boxed + "> pending");
    }
    String result =
        switch (form) {
          case BLOCKING -> Show.type(expected.result());
          case STAGE -> "CompletionStage<" + boxed + ">";
          case EXTERNAL -> "void";
        };
    return Role.START + " " + Show.signature(result, start.method().name(), parameters);
  }

  private static String names(List<?> parameters) {
    return parameters.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
