package dev.longhaul.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import dev.longhaul.api.AsyncActivityHandler;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;

/** Checks handlers and generates a module for each one that is right. */
final class HandlerStep implements Step {
  private final ProcessingEnvironment environment;
  private final HandlerParser parser;

  HandlerStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.parser = new HandlerParser(new TypeTool(environment));
  }

  @Override
  public Set<String> annotations() {
    return Set.of(AsyncActivityHandler.class.getCanonicalName());
  }

  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elements) {
    Report report = new Report();
    for (Element element : elements.values()) {
      parser
          .parse(MoreElements.asType(element), report)
          .ifPresent(handler -> generate(handler, report));
    }
    report.print(environment.getMessager());
    return Set.of();
  }

  private void generate(HandlerModel handler, Report report) {
    try {
      ModuleWriter.write(handler).writeTo(environment.getFiler());
    } catch (IOException e) {
      report.error(
          Place.of(handler.origin()), Messages.notWritten(Names.module(handler.type()), e));
    }
  }
}
