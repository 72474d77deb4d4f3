package dev.longhaul.processor.model;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.HandlerSetting;
import dev.longhaul.api.spi.CompletionForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
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

  /** The inputs of the start method, in order. */
  public List<Argument.Input> inputs() {
    return start.arguments().stream()
        .filter(Argument.Input.class::isInstance)
        .map(Argument.Input.class::cast)
        .toList();
  }
}
