package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.longhaul.api.spi.CompletionForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the start method: the inputs, and how the activity completes. */
final class StartParser {
  private final TypeTool types;
  private final MethodCheck check;

  StartParser(TypeTool types) {
    this.types = types;
    this.check = new MethodCheck(types);
  }

  /** The start method, if its completion can be told; what else is wrong is in the report. */
  Optional<StartMethod> parse(RoleMethod method, Report report) {
    check.check(method, report);
    List<RoleMethod.Parameter> inputs = new ArrayList<>();
    List<Argument> arguments = new ArrayList<>();
    for (RoleMethod.Parameter parameter : method.parameters()) {
      switch (ParameterKind.of(parameter.type())) {
        case CONTEXT -> arguments.add(new Argument.Context());
        case PENDING -> arguments.add(new Argument.Pending(resultName(parameter)));
        case STOP ->
            report.error(method.placeOf(parameter), MethodMessages.stopRequestNotHere(method));
        case INPUT -> {
          arguments.add(
              new Argument.Input(inputs.size(), parameter.name(), TypeName.get(parameter.type())));
          inputs.add(parameter);
        }
      }
    }
    CallModel call = new CallModel(method.name(), method.returnsVoid(), arguments);
    return completion(method, report).map(c -> new StartMethod(method, c, inputs, call));
  }

  private Optional<Completion> completion(RoleMethod method, Report report) {
    Optional<Completion> completion =
        method.parameters().stream()
            .filter(p -> ParameterKind.of(p.type()) == ParameterKind.PENDING)
            .findFirst()
            .map(pending -> external(method, pending, report))
            .orElseGet(() -> returned(method, report));
    completion
        .filter(c -> types.isFuture(c.result()))
        .ifPresent(
            c -> report.error(method.place(), MethodMessages.nestedFuture(method, c.result())));
    return completion;
  }

  private Optional<Completion> external(
      RoleMethod method, RoleMethod.Parameter pending, Report report) {
    if (!method.returnsVoid()) {
      report.error(method.place(), MethodMessages.resultAndPending(method));
    }
    return argument((DeclaredType) pending.type(), method, method.placeOf(pending), report)
        .map(result -> new Completion(CompletionForm.EXTERNAL, result));
  }

  private Optional<Completion> returned(RoleMethod method, Report report) {
    Optional<DeclaredType> stage = types.as(method.returnType(), CompletionStage.class);
    if (stage.isPresent()) {
      return argument(stage.get(), method, method.place(), report)
          .map(result -> new Completion(CompletionForm.STAGE, result));
    }
    if (types.as(method.returnType(), Future.class).isPresent()) {
      report.error(method.place(), MethodMessages.futureWithoutStage(method));
      return Optional.empty();
    }
    return Optional.of(new Completion(CompletionForm.BLOCKING, method.returnType()));
  }

  private static Optional<TypeMirror> argument(
      DeclaredType type, RoleMethod method, Place place, Report report) {
    Optional<TypeMirror> argument = TypeTool.onlyArgument(type);
    if (argument.isEmpty()) {
      report.error(place, MethodMessages.unknownResult(method, type));
    }
    return argument;
  }

  private static TypeName resultName(RoleMethod.Parameter pending) {
    return TypeTool.onlyArgument((DeclaredType) pending.type())
        .map(TypeName::get)
        .orElse(ClassName.get(Object.class));
  }
}
