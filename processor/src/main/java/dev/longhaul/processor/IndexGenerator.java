package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.api.spi.HandlerIndex;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import dev.longhaul.processor.write.Generator;
import dev.longhaul.processor.write.IndexWriter;
import dev.longhaul.processor.write.Names;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Collects modules, and writes indexes and the file that names them. Not thread-safe. */
final class IndexGenerator {
  private static final String SERVICE = "META-INF/services/" + HandlerIndex.class.getName();

  private final ProcessingEnvironment environment;
  // By the name of the handler.
  private final SortedMap<ClassName, TypeElement> waiting = new TreeMap<>();
  private final List<ClassName> indexes = new ArrayList<>();
  private final List<Element> origins = new ArrayList<>();

  IndexGenerator(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  void add(TypeElement handler, TypeElement module) {
    waiting.put(ClassName.get(handler), module);
  }

  /** Writes an index of the modules that are in none yet. */
  void writeIndex(Report report) {
    if (waiting.isEmpty()) {
      return;
    }
    List<TypeElement> modules = List.copyOf(waiting.values());
    ClassName index = indexName(waiting.firstKey(), report);
    waiting.clear();
    try {
      IndexWriter.write(
          index, modules, new Generator(HandlerIndexProcessor.class.getName(), environment));
      indexes.add(index);
      origins.addAll(modules);
    } catch (FilerException e) {
      report.add(
          BuildRule.NAME_TAKEN,
          Place.nowhere(),
          index,
          "the index of handlers",
          "The compiler has a class of that name");
    } catch (IOException e) {
      report.add(BuildRule.NOT_WRITTEN, Place.nowhere(), index, e.toString());
    }
  }

  /** Writes the file that names the indexes, by which they are found on the class path. */
  void finish(Report report) {
    if (indexes.isEmpty()) {
      return;
    }
    try (Writer writer =
        environment
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", SERVICE, origins.toArray(Element[]::new))
            .openWriter()) {
      for (ClassName index : indexes) {
        writer.write(index.reflectionName() + "\n");
      }
    } catch (IOException e) {
      report.add(BuildRule.NOT_WRITTEN, Place.nowhere(), SERVICE, e.toString());
    }
    ProvidesCheck.check(indexes, origins.get(0), environment, report);
  }

  private ClassName indexName(ClassName firstHandler, Report report) {
    String option = environment.getOptions().get(HandlerIndexProcessor.INDEX_OPTION);
    if (option == null || !indexes.isEmpty()) {
      return Names.index(firstHandler);
    } else if (!SourceVersion.isName(option) || !option.contains(".")) {
      report.add(BuildRule.INDEX_NAME, Place.nowhere(), option);
      return Names.index(firstHandler);
    }
    int dot = option.lastIndexOf('.');
    return ClassName.get(option.substring(0, dot), option.substring(dot + 1));
  }
}
