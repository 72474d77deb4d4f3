package dev.longhaul.processor.check;

import com.palantir.javapoet.TypeName;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.BatchRule;
import dev.longhaul.processor.diagnostic.HookRule;
import dev.longhaul.processor.diagnostic.MethodRule;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.model.Argument;
import dev.longhaul.processor.model.CallModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a hook. */
final class HookParser {
  private static final String NO_HEARTBEATS = "none";

  private final TypeTool types;
  private final MethodCheck check;
  private final ValueCheck values;
  private final LaterCheck later;

  HookParser(TypeTool types) {
    this.types = types;
    this.check = new MethodCheck(types);
    this.values = new ValueCheck(types);
    this.later = new LaterCheck(types);
  }

  /**
   * The call of the hook; what is wrong is in the report.
   *
   * @param start empty if there is no right one, which is reported elsewhere
   */
  Optional<CallModel> parse(RoleMethod hook, Optional<StartMethod> start, Report report) {
    check.check(hook, report);
    if (!later.isUnderstood(hook, report)) {
      return Optional.empty();
    }
    checkDetails(hook, report);
    List<Argument> arguments = new ArrayList<>();
    for (RoleMethod.Parameter parameter : hook.parameters()) {
      switch (parameter.kind()) {
        case CONTEXT -> arguments.add(new Argument.Context());
        case STOP -> arguments.add(stop(hook, parameter, report));
        case PENDING ->
            start.flatMap(s -> pending(hook, parameter, s, report)).ifPresent(arguments::add);
        case ITEM -> start.flatMap(s -> item(hook, parameter, s, report)).ifPresent(arguments::add);
        case INPUT -> reportInput(hook, parameter, start, report);
      }
    }
    return Optional.of(new CallModel(hook.name(), hook.returnsVoid(), arguments));
  }

  /** Warns of a hook that nothing would call. */
  static void checkInterval(RoleMethod heartbeat, HandlerSpec handler, Report report) {
    if (NO_HEARTBEATS.equals(handler.settings().get(HandlerSetting.HEARTBEAT_INTERVAL))) {
      report.add(HookRule.NO_BEATS, heartbeat.place(), heartbeat.subject());
    }
  }

  private void checkDetails(RoleMethod hook, Report report) {
    TypeMirror result = hook.returnType();
    Optional<DeclaredType> stage = types.as(result, CompletionStage.class);
    Optional<TypeMirror> details =
        stage.isPresent() ? TypeTool.onlyArgument(stage.get()) : Optional.of(result);
    if (details.isPresent() && stage.isPresent() && types.isFuture(details.get())) {
      later.checkNested(stage.get(), details.get(), hook, hook.place(), report);
    } else {
      details.ifPresent(type -> values.check(type, hook, hook.place(), report));
    }
  }

  private static Argument stop(RoleMethod hook, RoleMethod.Parameter parameter, Report report) {
    if (hook.role() != Role.CANCEL) {
      report.add(MethodRule.STOP_NOT_HERE, hook.placeOf(parameter), hook.subject());
    }
    return new Argument.Stop();
  }

  private Optional<Argument> pending(
      RoleMethod hook, RoleMethod.Parameter parameter, StartMethod start, Report report) {
    Completion completion = start.completion();
    if (completion.form() != CompletionForm.EXTERNAL) {
      report.add(
          HookRule.PENDING_OF_OTHER_FORM,
          hook.placeOf(parameter),
          hook.subject(),
          completion.form() == CompletionForm.STAGE ? "with its stage" : "when it returns");
      return Optional.empty();
    }
    Optional<TypeMirror> result = TypeTool.onlyArgument((DeclaredType) parameter.type());
    if (result.filter(r -> types.same(r, completion.result())).isEmpty()) {
      report.add(
          HookRule.PENDING_OF_OTHER_TYPE,
          hook.placeOf(parameter),
          hook.subject(),
          Show.type(parameter.type()),
          "PendingActivity<" + Show.type(completion.result()) + ">");
      return Optional.empty();
    }
    return result.map(r -> new Argument.Pending(TypeName.get(r)));
  }

  private Optional<Argument> item(
      RoleMethod hook, RoleMethod.Parameter parameter, StartMethod start, Report report) {
    if (!start.isBatch()) {
      report.add(
          BatchRule.ITEM_NOT_HERE,
          hook.placeOf(parameter),
          hook.subject(),
          Show.type(parameter.type()) + " " + parameter.name(),
          "ActivityContext context");
      return Optional.empty();
    }
    DeclaredType type = (DeclaredType) parameter.type();
    if (!isItemOf(start, type)) {
      report.add(
          BatchRule.ITEM_OF_OTHER_TYPE,
          hook.placeOf(parameter),
          hook.subject(),
          Show.type(type),
          start.showItem());
      return Optional.empty();
    }
    return Optional.of(new Argument.Item(TypeName.get(type)));
  }

  private boolean isItemOf(StartMethod batch, DeclaredType type) {
    boolean pending = TypeTool.is(type, PendingBatchItem.class);
    return isArgument(type, 0, batch.inputs().get(0).type())
        && (!pending
            || (batch.completion().form() == CompletionForm.EXTERNAL
                && isArgument(type, 1, batch.completion().result())));
  }

  private boolean isArgument(DeclaredType type, int index, TypeMirror expected) {
    return MoreArguments.known(type, index).filter(is -> types.same(is, expected)).isPresent();
  }

  private static void reportInput(
      RoleMethod hook, RoleMethod.Parameter parameter, Optional<StartMethod> start, Report report) {
    boolean external =
        start.filter(s -> s.completion().form() == CompletionForm.EXTERNAL).isPresent();
    boolean batch = start.filter(StartMethod::isBatch).isPresent();
    report.add(
        HookRule.INPUT,
        hook.placeOf(parameter),
        hook.subject(),
        Show.type(parameter.type()) + " " + parameter.name(),
        (hook.role() == Role.CANCEL ? "StopRequest and " : "")
            + "ActivityContext"
            + (external ? " or the PendingActivity" : "")
            + (batch ? ", and the item" : ""),
        batch
            ? "the item that it is called for has its input"
            : "what it needs, @OnStart keeps in a field");
  }
}
