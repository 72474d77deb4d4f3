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
  private final OverrideCheck overrides;
  private final ContractCheck contracts;
  private final Suppressions suppressions;

  HandlerParser(TypeTool types) {
    this.methods = new MethodFinder(types);
    this.starts = new StartParser(types);
    this.hooks = new HookParser(types);
    this.overrides = new OverrideCheck(types);
    this.contracts = new ContractCheck(types);
    this.suppressions = new Suppressions(types);
  }

  /** The model, unless something is wrong; all that is wrong is added to the report. */
  Optional<HandlerModel> parse(TypeElement handler, Report report) {
    Report own = new Report();
    Optional<HandlerModel> model =
        ClassCheck.isClass(handler, own) ? parseClass(handler, own) : Optional.empty();
    report.add(own);
    return own.hasErrors() ? Optional.empty() : model;
  }

  private Optional<HandlerModel> parseClass(TypeElement handler, Report report) {
    ClassCheck.check(handler, report);
    ConstructorCheck.check(handler, report);
    overrides.check(handler, report);
    HandlerSpec spec = AnnotationParser.parse(handler, report);
    Methods found = findMethods(handler, report);
    Optional<StartMethod> start = found.start().flatMap(method -> starts.parse(method, report));
    Optional<CallModel> heartbeat = found.heartbeat().map(h -> hooks.parse(h, start, report));
    Optional<CallModel> cancel = found.cancel().map(h -> hooks.parse(h, start, report));
    start.ifPresent(s -> FormCheck.check(spec, s, report));
    contracts.check(spec, start, report);
    return start.map(s -> model(spec, s, heartbeat, cancel, found));
  }

  private Methods findMethods(TypeElement handler, Report report) {
    Methods found =
        new Methods(
            methods.find(handler, Role.START, report),
            methods.find(handler, Role.HEARTBEAT, report),
            methods.find(handler, Role.CANCEL, report));
    if (found.start().isEmpty()) {
      report.error(Place.of(handler), MethodMessages.noStart(handler));
    }
    return found;
  }

  private HandlerModel model(
      HandlerSpec spec,
      StartMethod start,
      Optional<CallModel> heartbeat,
      Optional<CallModel> cancel,
      Methods found) {
    TypeElement handler = spec.attributes().handler();
    return new HandlerModel(
        handler,
        ClassName.get(handler),
        spec.activityType(),
        spec.name(),
        spec.settings(),
        start.completion().form(),
        !TypeTool.isNothing(start.completion().result()),
        start.call(),
        heartbeat,
        cancel,
        suppressions.of(handler, found.all()));
  }

  private record Methods(
      Optional<RoleMethod> start, Optional<RoleMethod> heartbeat, Optional<RoleMethod> cancel) {
    Stream<RoleMethod> all() {
      return Stream.of(start, heartbeat, cancel).flatMap(Optional::stream);
    }
  }
}
