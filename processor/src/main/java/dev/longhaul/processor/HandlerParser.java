package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** From a handler class to its checked model. */
final class HandlerParser {
  private final MethodFinder methods;
  private final StartParser starts;
  private final HookParser hooks;
  private final Suppressions suppressions;

  HandlerParser(TypeTool types) {
    this.methods = new MethodFinder(types);
    this.starts = new StartParser(types);
    this.hooks = new HookParser(types);
    this.suppressions = new Suppressions(types);
  }

  /** The model, unless something is wrong; all that is wrong is added to the report. */
  Optional<HandlerModel> parse(TypeElement handler, Report report) {
    Report own = new Report();
    HandlerSpec spec = AnnotationParser.parse(handler, own);
    Optional<RoleMethod> startMethod = methods.find(handler, Role.START, own);
    Optional<RoleMethod> heartbeat = methods.find(handler, Role.HEARTBEAT, own);
    Optional<RoleMethod> cancel = methods.find(handler, Role.CANCEL, own);
    if (startMethod.isEmpty()) {
      own.error(Place.of(handler), Messages.noStart(handler));
    }
    Optional<StartMethod> start = startMethod.flatMap(method -> starts.parse(method, own));
    Optional<CallModel> heartbeatCall = heartbeat.map(hook -> hooks.parse(hook, start, own));
    Optional<CallModel> cancelCall = cancel.map(hook -> hooks.parse(hook, start, own));
    report.add(own);
    return start
        .filter(s -> !own.hasErrors())
        .map(
            s ->
                new HandlerModel(
                    handler,
                    ClassName.get(handler),
                    spec.activityType(),
                    spec.name(),
                    spec.settings(),
                    s.completion().form(),
                    !TypeTool.isNothing(s.completion().result()),
                    s.call(),
                    heartbeatCall,
                    cancelCall,
                    suppressions.of(
                        handler,
                        Stream.of(startMethod, heartbeat, cancel).flatMap(Optional::stream))));
  }
}
