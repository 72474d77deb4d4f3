package dev.longhaul.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** A folder with sources, generated sources and classes, as a build tool has it. */
final class Workspace {
  private final Path root;

  Workspace(Path root) {
    this.root = root;
    create(sources());
    create(generated());
    create(classes());
  }

  Path sources() {
    return root.resolve("sources");
  }

  Path generated() {
    return root.resolve("generated");
  }

  Path classes() {
    return root.resolve("classes");
  }

  /** Writes a source file. */
  void write(String path, String text) {
    try {
      Path file = sources().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies source files, without their folders. */
  void copy(Collection<Path> files) {
    for (Path file : files) {
      write(file.getFileName().toString(), read(file));
    }
  }

  /** Compiles all sources with both processors. */
  Outcome compile(Tool tool, String... options) {
    return compile(tool, List.of(options), files(sources(), ".java"), List.of(), processors());
  }

  /**
   * Compiles these sources alone; what is compiled already is on the class path.
   *
   * @param reprocessed names of classes that are only given to the processors
   */
  Outcome compile(
      Tool tool,
      List<String> options,
      Collection<Path> sources,
      List<String> reprocessed,
      List<Processor> processors) {
    JavaCompiler compiler = tool.compiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, null, UTF_8)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output,
              files,
              diagnostics,
              allOptions(options),
              reprocessed.isEmpty() ? null : reprocessed,
              files.getJavaFileObjectsFromPaths(sources));
      task.setProcessors(processors);
      return new Outcome(task.call(), diagnostics.getDiagnostics(), output.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Processor> processors() {
    return List.of(new AsyncActivityHandlerProcessor(), new HandlerIndexProcessor());
  }

  /** The texts of the generated sources by their names. */
  Map<String, String> generatedTexts() {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : files(generated(), ".java")) {
      texts.put(file.getFileName().toString(), read(file));
    }
    return texts;
  }

  /** Names the files below a folder that end so, in order. */
  static List<Path> files(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> allOptions(List<String> options) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
    if (!options.contains("--module-path")) {
      all.addAll(
          List.of("-cp", classes() + File.pathSeparator + System.getProperty("java.class.path")));
    }
    if (!options.contains("--release")) {
      all.addAll(List.of("--release", "17"));
    }
    all.addAll(options);
    return all;
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a compiler said. */
  record Outcome(
      boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, String output) {

    /** The ids of our diagnostics. */
    List<String> ids() {
      return diagnostics.stream().map(Shown::id).filter(id -> id != null).toList();
    }

    String text() {
      return Shown.withSource(diagnostics) + output;
    }
  }
}
