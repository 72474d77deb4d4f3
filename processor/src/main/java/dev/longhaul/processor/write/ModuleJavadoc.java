package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.longhaul.api.HandlerSetting;
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
          <li>completes an activity $L
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
        switch (handler.form()) {
          case BLOCKING -> "when the start method returns";
          case STAGE -> "when the stage that the start method returned completes";
          case EXTERNAL -> "when anyone completes it, here or in another process";
        },
        Names.module(handler.type()).simpleName());
  }

  // Users' texts may hold what ends a comment, starts a tag or is a Unicode escape.
  private static String escaped(String text) {
    return text.chars()
        .mapToObj(c -> "&<>@{}*/\\".indexOf(c) >= 0 || c < ' ' ? "&#" + c + ";" : "" + (char) c)
        .collect(Collectors.joining());
  }
}
