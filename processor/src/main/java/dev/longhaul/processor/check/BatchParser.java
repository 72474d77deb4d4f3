package dev.longhaul.processor.check;

import com.palantir.javapoet.TypeName;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.model.Argument;
import dev.longhaul.processor.model.CallModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the batch method: the one input of its items, and how they complete. */
final class BatchParser {
  private final TypeTool types;
  private final MethodCheck check;
  private final ValueCheck values;
  private final LaterCheck later;
  private final OutcomeParser outcomes;

  BatchParser(TypeTool types) {
    this.types = types;
    this.check = new MethodCheck(types);
    this.values = new ValueCheck(types);
    this.later = new LaterCheck(types);
    this.outcomes = new OutcomeParser(types);
  }

  /** The batch method, if its input and completion can be told; what is wrong is in the report. */
  Optional<StartMethod> parse(RoleMethod method, Report report) {
    check.check(method, report);
    if (!later.isUnderstood(method, report)) {
      return Optional.empty();
    }
    Optional<RoleMethod.Parameter> list =
        method.parameters().stream().filter(parameter -> mayBeItems(parameter.type())).findFirst();
    if (list.isEmpty()) {
      reportNoItems(method, report);
      return Optional.empty();
    }
    method.parameters().stream()
        .filter(parameter -> !parameter.element().equals(list.get().element()))
        .forEach(other -> reportOther(method, other, report));
    return item(method, list.get(), report)
        .flatMap(item -> parse(method, list.get(), item, report));
  }

  private Optional<StartMethod> parse(
      RoleMethod method, RoleMethod.Parameter list, DeclaredType item, Report report) {
    TypeMirror input = item.getTypeArguments().get(0);
    values.check(input, method, method.placeOf(list), report);
    Argument items =
        new Argument.Items(list.name(), TypeName.get(types.boxed(input)), TypeName.get(item));
    CallModel call = new CallModel(method.name(), method.returnsVoid(), List.of(items));
    return outcomes
        .parse(method, list, item, report)
        .map(
            completion ->
                new StartMethod(
                    method,
                    completion,
                    List.of(new RoleMethod.Parameter(list.element(), input)),
                    call));
  }

  /** Whether that is a list of items, whatever else they are. */
  static boolean isItems(TypeMirror type) {
    return TypeTool.is(type, List.class)
        && MoreArguments.first(type).filter(BatchParser::isItem).isPresent();
  }

  private static boolean mayBeItems(TypeMirror type) {
    return isItems(type)
        || (TypeTool.is(type, List.class)
            && MoreArguments.first(type).map(MoreArguments::isOpen).orElse(true));
  }

  private static boolean isItem(TypeMirror type) {
    TypeMirror bound = MoreArguments.bound(type);
    return TypeTool.is(bound, BatchItem.class) || TypeTool.is(bound, PendingBatchItem.class);
  }

  /** The type of the items, if it says what the input is. */
  private static Optional<DeclaredType> item(
      RoleMethod method, RoleMethod.Parameter list, Report report) {
    Optional<DeclaredType> item =
        TypeTool.onlyArgument((DeclaredType) list.type())
            .filter(DeclaredType.class::isInstance)
            .map(DeclaredType.class::cast)
            .filter(type -> MoreArguments.known(type, 0).isPresent());
    if (item.isEmpty()) {
      boolean pending =
          MoreArguments.first(list.type())
              .filter(type -> TypeTool.is(MoreArguments.bound(type), PendingBatchItem.class))
              .isPresent();
      report.add(
          BatchRule.UNKNOWN_INPUT,
          method.placeOf(list),
          method.subject(),
          Show.type(list.type()),
          pending ? "List<PendingBatchItem<String, String>>" : "List<BatchItem<String>>");
    }
    return item;
  }

  private void reportNoItems(RoleMethod method, Report report) {
    Optional<RoleMethod.Parameter> meant =
        method.parameters().stream()
            .filter(
                parameter ->
                    parameter.kind() == ParameterKind.INPUT
                        || parameter.kind() == ParameterKind.ITEM)
            .findFirst();
    report.add(
        BatchRule.NOT_ITEMS,
        meant.map(method::placeOf).orElse(method.place()),
        method.subject(),
        meant
            .map(parameter -> Show.type(parameter.type()) + " " + parameter.name())
            .orElse("no items"),
        meant
            .map(parameter -> meant(parameter.type()) + " " + parameter.name())
            .orElse("List<BatchItem<String>> items"));
  }

  /** The list of items that was likely meant by a type. */
  private String meant(TypeMirror type) {
    TypeMirror element = types.elementOf(type);
    return isItem(element)
        ? "List<" + Show.type(element) + ">"
        : "List<BatchItem<" + Show.type(types.boxed(element)) + ">>";
  }

  private static void reportOther(RoleMethod method, RoleMethod.Parameter other, Report report) {
    report.add(
        BatchRule.OTHER_PARAMETER,
        method.placeOf(other),
        method.subject(),
        Show.type(other.type()) + " " + other.name(),
        switch (other.kind()) {
          case CONTEXT -> "item.context()";
          case PENDING -> "item.pending(), of a PendingBatchItem";
          case STOP -> "item.context().currentStopRequest()";
          case ITEM, INPUT ->
              "the items alone; an activity that comes in batches has one input, for instance a"
                  + " record";
        });
  }
}
