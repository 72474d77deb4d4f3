package dev.longhaul.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.MethodRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.ResultRule;
import dev.longhaul.processor.model.Argument;
import dev.longhaul.processor.model.CallModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the start method: the inputs, and how the activity completes. */
final class StartParser {
  private final TypeTool types;
  private final MethodCheck check;
  private final ValueCheck values;
  private final LaterCheck later;

  StartParser(TypeTool types) {
    this.types = types;
    this.check = new MethodCheck(types);
    this.values = new ValueCheck(types);
    this.later = new LaterCheck(types);
  }

  /** The start method, if its completion can be told; what else is wrong is in the report. */
  Optional<StartMethod> parse(RoleMethod method, Report report) {
    check.check(method, report);
    if (!later.isUnderstood(method, report)) {
      return Optional.empty();
    }
    List<RoleMethod.Parameter> inputs = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (RoleMethod.Parameter parameter : method.parameters()) {
      switch (parameter.kind()) {
        case CONTEXT -> arguments.add(new Argument.Context());
        case PENDING -> arguments.add(new Argument.Pending(resultName(parameter)));
        case STOP ->
            report.add(MethodRule.STOP_NOT_HERE, method.placeOf(parameter), method.subject());
        case ITEM -> reportItem(method, parameter, report);
        case INPUT -> {
          if (BatchParser.isItems(parameter.type())) {
            reportItem(method, parameter, report);
          }
          values.check(parameter.type(), method, method.placeOf(parameter), report);
          arguments.add(
              new Argument.Input(inputs.size(), parameter.name(), TypeName.get(parameter.type())));
          inputs.add(parameter);
        }
      }
    }
    CallModel call = new CallModel(method.name(), method.returnsVoid(), arguments);
    return completion(method, report).map(c -> new StartMethod(method, c, inputs, call));
  }

  private static void reportItem(RoleMethod method, RoleMethod.Parameter parameter, Report report) {
    report.add(
        BatchRule.ITEM_NOT_HERE,
        method.placeOf(parameter),
        method.subject(),
        Show.type(parameter.type()) + " " + parameter.name(),
        "@OnBatch in place of @OnStart");
  }

  private Optional<Completion> completion(RoleMethod method, Report report) {
    return method.parameters().stream()
        .filter(p -> p.kind() == ParameterKind.PENDING)
        .findFirst()
        .map(pending -> external(method, pending, report))
        .orElseGet(() -> returned(method, report));
  }

  private Optional<Completion> external(
      RoleMethod method, RoleMethod.Parameter pending, Report report) {
    if (!method.returnsVoid()) {
      report.add(
          ResultRule.RESULT_AND_PENDING,
          method.place(),
          method.subject(),
          Show.type(method.returnType()),
          method.signature("void"));
    }
    return later(
        CompletionForm.EXTERNAL,
        (DeclaredType) pending.type(),
        method,
        method.placeOf(pending),
        report);
  }

  private Optional<Completion> returned(RoleMethod method, Report report) {
    TypeMirror result = method.returnType();
    Optional<DeclaredType> stage = types.as(result, CompletionStage.class);
    if (stage.isPresent()) {
      return later(CompletionForm.STAGE, stage.get(), method, method.place(), report);
    }
    values.check(result, method, method.place(), report);
    return Optional.of(new Completion(CompletionForm.BLOCKING, result));
  }

  private Optional<Completion> later(
      CompletionForm form, DeclaredType type, RoleMethod method, Place place, Report report) {
    Optional<TypeMirror> result = TypeTool.onlyArgument(type);
    if (result.isEmpty()) {
      String name = type.asElement().getSimpleName().toString();
      report.add(
          ResultRule.UNKNOWN_RESULT, place, method.subject(), Show.type(type), name + "<String>");
    } else if (types.isFuture(result.get())) {
      later.checkNested(type, result.get(), method, place, report);
    } else {
      values.check(result.get(), method, place, report);
    }
    return result.map(value -> new Completion(form, value));
  }

  private static TypeName resultName(RoleMethod.Parameter pending) {
    return TypeTool.onlyArgument((DeclaredType) pending.type())
        .map(TypeName::get)
        .orElse(ClassName.get(Object.class));
  }
}
