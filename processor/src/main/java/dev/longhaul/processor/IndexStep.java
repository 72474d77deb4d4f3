package dev.longhaul.processor;

import com.google.auto.common.BasicAnnotationProcessor.Step;
import com.google.auto.common.MoreElements;
import com.google.common.collect.ImmutableSetMultimap;
import com.palantir.javapoet.ClassName;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.spi.HandlerIndex;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Collects handlers over the rounds and writes their index.
 *
 * <p>A source file must not be written in the last round, which nobody can foresee. But a round
 * with handlers is never the last one, since their modules are generated in it: so the index is
 * written in the first round without new handlers. Handlers that come later than that, from code
 * that another processor generates late, get an index of their own. The service file may be written
 * in the last round, and names all indexes.
 */
final class IndexStep implements Step {
  private final ProcessingEnvironment environment;
  private final HandlerParser parser;
  private final SortedMap<String, HandlerModel> waiting = new TreeMap<>();
  private final List<ClassName> indexes = new ArrayList<>();
  private final List<Element> indexed = new ArrayList<>();
  private final DuplicateCheck duplicateCheck = new DuplicateCheck();
  private boolean handlersInThisRound;

  IndexStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.parser = new HandlerParser(new TypeTool(environment));
  }

  @Override
  public Set<String> annotations() {
    return Set.of(AsyncActivityHandler.class.getCanonicalName());
  }

  @Override
  public Set<? extends Element> process(ImmutableSetMultimap<String, Element> elements) {
    Report duplicates = new Report();
    for (Element element : elements.values()) {
      handlersInThisRound = true;
      TypeElement handler = MoreElements.asType(element);
      // What is wrong with a single handler is reported by the other processor.
      Report unprinted = new Report();
      parser
          .parse(handler, unprinted)
          .ifPresent(model -> waiting.put(model.type().reflectionName(), model));
      duplicateCheck.add(AnnotationParser.parse(handler, unprinted), duplicates);
    }
    duplicates.print(environment.getMessager());
    return Set.of();
  }

  void roundEnded(RoundEnvironment round) {
    try {
      if (round.processingOver()) {
        writeService();
      } else if (!handlersInThisRound && !waiting.isEmpty()) {
        writeIndex();
      }
    } catch (IOException e) {
      error(Messages.indexNotWritten(e));
    }
    handlersInThisRound = false;
  }

  private void writeIndex() throws IOException {
    List<HandlerModel> handlers = List.copyOf(waiting.values());
    waiting.clear();
    ClassName index = indexName(handlers.get(0));
    List<ClassName> modules = handlers.stream().map(h -> Names.module(h.type())).toList();
    List<Element> origins = handlers.stream().<Element>map(HandlerModel::origin).toList();
    IndexWriter.write(index, modules, origins).writeTo(environment.getFiler());
    indexes.add(index);
    indexed.addAll(origins);
  }

  private ClassName indexName(HandlerModel first) {
    String option = environment.getOptions().get(HandlerIndexProcessor.INDEX_OPTION);
    if (option == null || !indexes.isEmpty()) {
      return Names.index(first.type());
    } else if (!SourceVersion.isName(option) || !option.contains(".")) {
      error(Messages.indexNameIsNoName(option));
      return Names.index(first.type());
    }
    int dot = option.lastIndexOf('.');
    return ClassName.get(option.substring(0, dot), option.substring(dot + 1));
  }

  private void error(String message) {
    environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message);
  }

  private void writeService() throws IOException {
    if (indexes.isEmpty()) {
      return;
    }
    try (Writer writer =
        environment
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                "META-INF/services/" + HandlerIndex.class.getName(),
                indexed.toArray(Element[]::new))
            .openWriter()) {
      for (ClassName index : indexes) {
        writer.write(index.reflectionName() + "\n");
      }
    }
  }
}
