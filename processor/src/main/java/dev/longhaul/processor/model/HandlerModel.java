package dev.longhaul.processor.model;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * A handler that passed all checks: everything the generator needs to know.
 *
 * @param origin the handler class, for incremental builds
 * @param settings what is written in the annotation, in the order of {@link HandlerSetting}
 * @param lintNames the lint warnings that the generated code could set off through the user's types
 */
public record HandlerModel(
    TypeElement origin,
    ClassName type,
    String activityType,
    String name,
    Map<HandlerSetting, String> settings,
    CompletionForm form,
    boolean sendsResult,
    CallModel start,
    Optional<CallModel> heartbeat,
    Optional<CallModel> cancel,
    SortedSet<String> lintNames) {

  /** The inputs of each activity, in order. */
  public List<Argument.Input> inputs() {
    return start.arguments().stream().flatMap(HandlerModel::input).toList();
  }

  /** Whether the start method works on several activities at once. */
  public boolean isBatch() {
    return start.arguments().stream().anyMatch(Argument.Items.class::isInstance);
  }

  private static Stream<Argument.Input> input(Argument argument) {
    if (argument instanceof Argument.Items items) {
      return Stream.of(new Argument.Input(0, items.name(), items.input()));
    }
    return argument instanceof Argument.Input input ? Stream.of(input) : Stream.empty();
  }
}
