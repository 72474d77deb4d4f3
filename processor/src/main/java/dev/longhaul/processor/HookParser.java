package dev.longhaul.processor;

import com.palantir.javapoet.TypeName;
import dev.longhaul.api.spi.CompletionForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a hook. */
final class HookParser {
  private final TypeTool types;
  private final MethodCheck check;

  HookParser(TypeTool types) {
    this.types = types;
    this.check = new MethodCheck(types);
  }

  /**
   * The call of the hook; what is wrong is in the report.
   *
   * @param start empty if there is no right one, which is reported elsewhere
   */
  CallModel parse(RoleMethod hook, Optional<StartMethod> start, Report report) {
    check.check(hook, report);
    checkReturn(hook, report);
    List<Argument> arguments = new ArrayList<>();
    for (RoleMethod.Parameter parameter : hook.parameters()) {
      switch (ParameterKind.of(parameter.type())) {
        case CONTEXT -> arguments.add(new Argument.Context());
        case STOP -> arguments.add(stop(hook, parameter, report));
        case PENDING -> pending(hook, parameter, start, report).ifPresent(arguments::add);
        case INPUT ->
            report.error(
                hook.placeOf(parameter), MethodMessages.hookParameter(hook, parameter.type()));
      }
    }
    return new CallModel(hook.name(), hook.returnsVoid(), arguments);
  }

  private static Argument stop(RoleMethod hook, RoleMethod.Parameter parameter, Report report) {
    if (hook.role() != Role.CANCEL) {
      report.error(hook.placeOf(parameter), MethodMessages.stopRequestNotHere(hook));
    }
    return new Argument.Stop();
  }

  private Optional<Argument> pending(
      RoleMethod hook, RoleMethod.Parameter parameter, Optional<StartMethod> start, Report report) {
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Completion completion = start.get().completion();
    if (completion.form() != CompletionForm.EXTERNAL) {
      report.error(
          hook.placeOf(parameter), MethodMessages.pendingInHookOf(completion.form(), hook));
      return Optional.empty();
    }
    Optional<TypeMirror> result = TypeTool.onlyArgument((DeclaredType) parameter.type());
    if (result.filter(r -> types.same(r, completion.result())).isEmpty()) {
      report.error(
          hook.placeOf(parameter),
          MethodMessages.pendingOfAnotherType(hook, parameter.type(), completion.result()));
      return Optional.empty();
    }
    return result.map(r -> new Argument.Pending(TypeName.get(r)));
  }

  private void checkReturn(RoleMethod hook, Report report) {
    Optional<DeclaredType> stage = types.as(hook.returnType(), CompletionStage.class);
    boolean future = types.as(hook.returnType(), Future.class).isPresent();
    if (stage.isEmpty() && future) {
      report.error(hook.place(), MethodMessages.futureWithoutStage(hook));
    }
    stage
        .flatMap(TypeTool::onlyArgument)
        .filter(value -> types.isFuture(value))
        .ifPresent(value -> report.error(hook.place(), MethodMessages.nestedFuture(hook, value)));
  }
}
