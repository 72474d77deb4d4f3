package dev.longhaul.processor.check;

import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.ResultRule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads how the items of a batch method complete, and with what. */
final class OutcomeParser {
  private final TypeTool types;
  private final ValueCheck values;

  OutcomeParser(TypeTool types) {
    this.types = types;
    this.values = new ValueCheck(types);
  }

  /** How the items complete, if it can be told; what is wrong is in the report. */
  Optional<Completion> parse(
      RoleMethod method, RoleMethod.Parameter list, DeclaredType item, Report report) {
    if (TypeTool.is(item, PendingBatchItem.class)) {
      return external(method, list, item, report);
    }
    TypeMirror result = method.returnType();
    if (method.returnsVoid()) {
      String input = Show.type(item.getTypeArguments().get(0));
      report.add(
          BatchRule.NOBODY_COMPLETES,
          method.place(),
          method.subject(),
          method.signature("List<Outcome<String>>"),
          "List<PendingBatchItem<" + input + ", String>>");
      return Optional.empty();
    }
    Optional<DeclaredType> stage = types.as(result, CompletionStage.class);
    if (stage.isEmpty()) {
      return outcome(method, result, report).map(r -> new Completion(CompletionForm.BLOCKING, r));
    }
    Optional<TypeMirror> outcomes = TypeTool.onlyArgument(stage.get());
    if (outcomes.isEmpty()) {
      reportUnknown(method, result, "CompletionStage<List<Outcome<String>>>", report);
    }
    return outcomes
        .flatMap(type -> outcome(method, type, report))
        .map(r -> new Completion(CompletionForm.STAGE, r));
  }

  private Optional<Completion> external(
      RoleMethod method, RoleMethod.Parameter list, DeclaredType item, Report report) {
    if (!method.returnsVoid()) {
      report.add(
          BatchRule.OUTCOMES_AND_PENDING,
          method.place(),
          method.subject(),
          Show.type(method.returnType()),
          method.signature("void"),
          "List<BatchItem<" + Show.type(item.getTypeArguments().get(0)) + ">>");
    }
    Optional<TypeMirror> result = MoreArguments.known(item, 1);
    if (result.isEmpty()) {
      report.add(
          ResultRule.UNKNOWN_RESULT,
          method.placeOf(list),
          method.subject(),
          Show.type(list.type()),
          "List<PendingBatchItem<" + Show.type(item.getTypeArguments().get(0)) + ", String>>");
    }
    result.ifPresent(type -> values.check(type, method, method.placeOf(list), report));
    return result.map(type -> new Completion(CompletionForm.EXTERNAL, type));
  }

  /** The result in a list of outcomes. */
  private Optional<TypeMirror> outcome(RoleMethod method, TypeMirror type, Report report) {
    boolean isStage = types.as(method.returnType(), CompletionStage.class).isPresent();
    Optional<DeclaredType> list = types.as(type, List.class);
    Optional<TypeMirror> outcome = list.flatMap(MoreArguments::first).map(MoreArguments::bound);
    boolean raw = list.isPresent() && outcome.isEmpty();
    if (!raw && outcome.filter(one -> TypeTool.is(one, Outcome.class)).isEmpty()) {
      report.add(
          BatchRule.NOT_OUTCOMES,
          method.place(),
          method.subject(),
          Show.type(method.returnType()),
          method.signature(wrapped(isStage, meant(type))));
      return Optional.empty();
    }
    Optional<TypeMirror> result =
        list.flatMap(TypeTool::onlyArgument)
            .map(DeclaredType.class::cast)
            .flatMap(TypeTool::onlyArgument);
    if (result.isEmpty()) {
      reportUnknown(method, method.returnType(), wrapped(isStage, "String"), report);
    }
    result.ifPresent(value -> values.check(value, method, method.place(), report));
    return result;
  }

  /** The result that was likely meant by what a method returns. */
  private String meant(TypeMirror type) {
    TypeMirror element = types.elementOf(type);
    Optional<TypeMirror> inOutcome =
        TypeTool.is(element, Outcome.class)
            ? TypeTool.onlyArgument((DeclaredType) element)
            : Optional.empty();
    return Show.type(types.boxed(inOutcome.orElse(element)));
  }

  private static String wrapped(boolean inStage, String result) {
    String list = "List<Outcome<" + result + ">>";
    return inStage ? "CompletionStage<" + list + ">" : list;
  }

  private static void reportUnknown(RoleMethod method, TypeMirror type, String fix, Report report) {
    report.add(ResultRule.UNKNOWN_RESULT, method.place(), method.subject(), Show.type(type), fix);
  }
}
