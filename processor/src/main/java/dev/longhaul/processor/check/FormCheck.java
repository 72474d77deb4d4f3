package dev.longhaul.processor.check;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.diagnostic.HookRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.diagnostic.ResultRule;
import dev.longhaul.processor.diagnostic.SettingRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Warns of what does not go with the completion form: likely another form was meant. */
final class FormCheck {
  private FormCheck() {}

  static void check(
      HandlerSpec handler, StartMethod start, Optional<RoleMethod> cancel, Report report) {
    CompletionForm form = start.completion().form();
    if (form == CompletionForm.EXTERNAL) {
      warnIfWritten(HandlerSetting.MAX_CONCURRENT, start, handler, report);
      warnWithoutCancel(handler.attributes().handler(), cancel, report);
    } else {
      warnIfWritten(HandlerSetting.MAX_OUTSTANDING, start, handler, report);
    }
    if (form == CompletionForm.BLOCKING && start.method().returnsVoid()) {
      warnOfContext(start.method(), report);
    }
  }

  private static void warnIfWritten(
      HandlerSetting setting, StartMethod start, HandlerSpec handler, Report report) {
    CompletionForm form = start.completion().form();
    if (handler.settings().containsKey(setting)) {
      String attribute = AnnotationParser.attribute(setting);
      report.add(
          SettingRule.LIMIT_OF_OTHER_FORM,
          handler.attributes().place(attribute),
          attribute,
          form,
          form == CompletionForm.EXTERNAL
              ? "maxOutstanding, which limits open external activities"
              : "maxConcurrent, which limits running activities; or take "
                  + (start.isBatch() ? "PendingBatchItems" : "a PendingActivity"));
    }
  }

  private static void warnWithoutCancel(
      TypeElement handler, Optional<RoleMethod> cancel, Report report) {
    if (cancel.isEmpty()) {
      report.add(
          HookRule.NO_CANCEL,
          Place.of(handler),
          Show.type(handler),
          MethodFinder.unannotated(handler, Role.CANCEL)
              .map(found -> "did you mean " + found + "?")
              .orElse("@OnCancel void cancel(StopRequest why)."));
    }
  }

  private static void warnOfContext(RoleMethod start, Report report) {
    start.parameters().stream()
        .filter(parameter -> parameter.kind() == ParameterKind.CONTEXT)
        .forEach(
            context ->
                report.add(
                    ResultRule.VOID_WITH_CONTEXT,
                    start.placeOf(context),
                    start.subject(),
                    withPending(start)));
  }

  private static String withPending(RoleMethod start) {
    List<String> parameters =
        start.parameters().stream()
            .filter(parameter -> parameter.kind() == ParameterKind.INPUT)
            .map(parameter -> Show.type(parameter.type()) + " " + parameter.name())
            .collect(Collectors.toList());
    return Show.signature(
        "void",
        start.name(),
        Stream.concat(parameters.stream(), Stream.of("PendingActivity<String> pending")).toList());
  }
}
