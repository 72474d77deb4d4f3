package dev.longhaul.processor.check;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.model.CallModel;
import dev.longhaul.processor.model.HandlerModel;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** From a handler class to its checked model. */
public final class HandlerParser {
  private final MethodFinder methods;
  private final StartParser starts;
  private final BatchParser batches;
  private final HookParser hooks;
  private final OverrideCheck overrides;
  private final ContractCheck contracts;
  private final LintNames lintNames;

  public HandlerParser(ProcessingEnvironment environment) {
    TypeTool types = new TypeTool(environment);
    this.methods = new MethodFinder(types);
    this.starts = new StartParser(types);
    this.batches = new BatchParser(types);
    this.hooks = new HookParser(types);
    this.overrides = new OverrideCheck(types);
    this.contracts = new ContractCheck(types);
    this.lintNames = new LintNames(types);
  }

  /** The model, unless something is wrong; all that is wrong is added to the report. */
  public Optional<HandlerModel> parse(TypeElement handler, Report report) {
    Report own = new Report();
    Optional<HandlerModel> model =
        ClassCheck.isClass(handler, own) ? parseClass(handler, own) : Optional.empty();
    report.addAll(own);
    return own.hasErrors() ? Optional.empty() : model;
  }

  /**
   * Adds to the report what is wrong with a handler that names types which do not exist: as far as
   * it would be wrong with any types.
   */
  public void checkUndefined(TypeElement handler, Report report) {
    if (ClassCheck.isClass(handler, report)) {
      ClassCheck.check(handler, report);
      AnnotationParser.parse(handler, report);
      MethodFinder.declared(handler)
          .forEach(method -> MethodCheck.checkDeclaration(method, report));
    }
  }

  private Optional<HandlerModel> parseClass(TypeElement handler, Report report) {
    ClassCheck.check(handler, report);
    ConstructorCheck.check(handler, report);
    OldInjectCheck.check(handler, report);
    overrides.check(handler, report);
    HandlerSpec written = AnnotationParser.parse(handler, report);
    Methods found = findMethods(handler, report);
    SingletonCheck.check(handler, found.batch().isPresent(), report);
    HandlerSpec spec =
        found.batch().map(batch -> written.with(BatchSettings.read(batch, report))).orElse(written);
    Optional<StartMethod> start = found.start().flatMap(method -> parseStart(method, report));
    Optional<CallModel> heartbeat = found.heartbeat().flatMap(h -> hooks.parse(h, start, report));
    Optional<CallModel> cancel = found.cancel().flatMap(h -> hooks.parse(h, start, report));
    found.heartbeat().ifPresent(h -> HookParser.checkInterval(h, spec, report));
    start.ifPresent(s -> FormCheck.check(spec, s, found.cancel(), report));
    start
        .filter(StartMethod::isBatch)
        .ifPresent(batch -> BatchSettings.checkLimit(spec, batch, report));
    contracts.check(spec, start, report);
    return start.map(s -> model(spec, s, heartbeat, cancel, found));
  }

  private Optional<StartMethod> parseStart(RoleMethod method, Report report) {
    return method.role() == Role.BATCH
        ? batches.parse(method, report)
        : starts.parse(method, report);
  }

  private Methods findMethods(TypeElement handler, Report report) {
    return new Methods(
        methods.findStart(handler, report),
        methods.find(handler, Role.HEARTBEAT, report),
        methods.find(handler, Role.CANCEL, report));
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
        lintNames.of(handler, found.all()));
  }

  private record Methods(
      Optional<RoleMethod> start, Optional<RoleMethod> heartbeat, Optional<RoleMethod> cancel) {
    Optional<RoleMethod> batch() {
      return start.filter(method -> method.role() == Role.BATCH);
    }

    Stream<RoleMethod> all() {
      return Stream.of(start, heartbeat, cancel).flatMap(Optional::stream);
    }
  }
}
