package dev.longhaul.benchmarks.compile;

import dev.longhaul.processor.AsyncActivityHandlerProcessor;
import dev.longhaul.processor.HandlerIndexProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A way to compile handlers. */
enum Compiling {
  /** Nothing is processed. */
  NO_PROCESSOR("no processor"),
  /** A processor looks at every annotation and does nothing. */
  EMPTY_PROCESSOR("empty processor"),
  /** The code that is generated is compiled as well, but was generated before. */
  GENERATED_BEFORE("generated before"),
  /** Both processors check, generate, and what they generate is compiled. */
  LONGHAUL("Longhaul");

  private final String title;

  Compiling(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** What this way is given to compile. */
  List<JavaFileObject> sources(List<JavaFileObject> handlers) {
    return this == GENERATED_BEFORE
        ? Stream.concat(handlers.stream(), LONGHAUL.compile(handlers).sources().stream()).toList()
        : handlers;
  }

  /**
   * Compiles.
   *
   * @throws IllegalStateException if that fails
   */
  MemoryFiles compile(List<JavaFileObject> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
      MemoryFiles memory = new MemoryFiles(files);
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              memory,
              diagnostics,
              List.of("-Xlint:none", "-classpath", System.getProperty("java.class.path")),
              null,
              sources);
      task.setProcessors(processors());
      if (!task.call()) {
        throw new IllegalStateException("does not compile: " + diagnostics.getDiagnostics());
      }
      return memory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Processor> processors() {
    return switch (this) {
      case NO_PROCESSOR, GENERATED_BEFORE -> List.of();
      case EMPTY_PROCESSOR -> List.of(new Empty());
      case LONGHAUL -> List.of(new AsyncActivityHandlerProcessor(), new HandlerIndexProcessor());
    };
  }

  @SupportedAnnotationTypes("*")
  private static final class Empty extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return false;
    }
  }
}
