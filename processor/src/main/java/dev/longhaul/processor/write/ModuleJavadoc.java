package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.processor.model.HandlerModel;
import java.util.stream.Collectors;

/** What the module of a handler says of itself. */
final class ModuleJavadoc {
  private ModuleJavadoc() {}

  static CodeBlock of(HandlerModel handler) {
    String queue = handler.settings().get(HandlerSetting.TASK_QUEUE);
    return CodeBlock.of(
        """
        Binds {@link $T} for the Longhaul runtime.

        <ul>
          <li>activity type: "$L"
          <li>task queue: $L
          <li>$L $L
        </ul>

        <p>{@code AsyncActivities.discover()} finds and installs this module. By hand, install it in the
        injector that has the {@code LonghaulModule}; installing it twice is harmless:

        <pre>{@code
        Guice.createInjector(
            LonghaulModule.forTarget("localhost:7233"), new $L());
        }</pre>
        """,
        handler.type(),
        escaped(handler.activityType()),
        queue == null ? "from configuration" : "\"" + escaped(queue) + "\"",
        handler.isBatch() ? "completes each activity of a batch" : "completes an activity",
        completion(handler.form(), handler.isBatch() ? "batch" : "start"),
        Names.module(handler.type()).simpleName());
  }

  private static String completion(CompletionForm form, String method) {
    return switch (form) {
      case BLOCKING -> "when the " + method + " method returns";
      case STAGE -> "when the stage that the " + method + " method returned completes";
      case EXTERNAL -> "when anyone completes it, here or in another process";
    };
  }

  // Users' texts may hold what ends a comment, starts a tag or is a Unicode escape.
  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> "&<>@{}*/\\".indexOf(c) >= 0 || c < ' ' ? "&#" + c + ";" : "" + (char) c)
        .collect(Collectors.joining());
  }
}
