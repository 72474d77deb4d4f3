package dev.longhaul.processor;

import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.spi.CompletionForm;
import java.util.Arrays;

/**
 * Warns of settings that do not go with the completion form: likely another form was meant.
 * {@code @SuppressWarnings("longhaul")} on the handler silences it.
 */
final class FormCheck {
  private static final String SUPPRESSION = "longhaul";

  private FormCheck() {}

  static void check(HandlerSpec handler, StartMethod start, Report report) {
    if (isSuppressed(handler)) {
      return;
    }
    CompletionForm form = start.completion().form();
    if (form == CompletionForm.EXTERNAL) {
      warnIfWritten(HandlerSetting.MAX_CONCURRENT, form, handler, report);
    } else {
      warnIfWritten(HandlerSetting.MAX_OUTSTANDING, form, handler, report);
    }
    if (looksExternal(handler, start)) {
      report.warning(start.method().place(), MethodMessages.looksExternal(start.method()));
    }
  }

  private static void warnIfWritten(
      HandlerSetting setting, CompletionForm form, HandlerSpec handler, Report report) {
    if (handler.settings().containsKey(setting)) {
      String attribute = AnnotationParser.attribute(setting);
      report.warning(
          handler.attributes().place(attribute), Messages.limitOfOtherForm(attribute, form));
    }
  }

  // Nothing to return, an eye on the attempt, and open beyond the end of the process.
  private static boolean looksExternal(HandlerSpec handler, StartMethod start) {
    return start.completion().form() == CompletionForm.BLOCKING
        && start.method().returnsVoid()
        && start.call().arguments().contains(new Argument.Context())
        && ShutdownAction.RELEASE.name().equals(handler.settings().get(HandlerSetting.ON_SHUTDOWN));
  }

  private static boolean isSuppressed(HandlerSpec handler) {
    SuppressWarnings suppressed =
        handler.attributes().handler().getAnnotation(SuppressWarnings.class);
    return suppressed != null && Arrays.asList(suppressed.value()).contains(SUPPRESSION);
  }
}
