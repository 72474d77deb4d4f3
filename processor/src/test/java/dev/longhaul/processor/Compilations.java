package dev.longhaul.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Compiles sources with both processors, and loads what comes out. */
final class Compilations {
  private Compilations() {}

  static Compilation compile(JavaFileObject... sources) {
    return compile(List.of(), sources);
  }

  static Compilation compile(List<String> options, JavaFileObject... sources) {
    return compilerWith(options).compile(sources);
  }

  /** A compiler with both processors and others. */
  static Compiler compilerWith(List<String> options, Processor... others) {
    List<Processor> processors = new ArrayList<>(Arrays.asList(others));
    processors.add(new AsyncActivityHandlerProcessor());
    processors.add(new HandlerIndexProcessor());
    return Compiler.javac().withProcessors(processors).withOptions(options);
  }

  /** A source file; its name is read from the package and the first type. */
  static JavaFileObject source(String text) {
    return JavaFileObjects.forSourceString(qualifiedName(text), text);
  }

  /** The Java files of a folder, in order. */
  static List<JavaFileObject> resources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Compilations::resource)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JavaFileObject resource(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loads the compiled classes and resources, above those of the test. */
  static ClassLoader loader(Compilation compilation) {
    Map<String, JavaFileObject> outputs = new HashMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      outputs.put(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""), file);
    }
    return new OutputLoader(outputs);
  }

  private static String qualifiedName(String text) {
    String name = firstGroup("(?:class|interface|enum|record|@interface) (\\w+)", text);
    return text.contains("package ") ? firstGroup("package ([\\w.]+);", text) + "." + name : name;
  }

  private static String firstGroup(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static final class OutputLoader extends ClassLoader {
    private final Map<String, JavaFileObject> outputs;

    OutputLoader(Map<String, JavaFileObject> outputs) {
      super(Compilations.class.getClassLoader());
      this.outputs = outputs;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JavaFileObject file = outputs.get(name.replace('.', '/') + ".class");
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = bytes(file);
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
      URL url = findResource(name);
      return url == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(url));
    }

    @Override
    protected @Nullable URL findResource(String name) {
      JavaFileObject file = outputs.get(name);
      try {
        return file == null ? null : url(name, bytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @SuppressWarnings("deprecation") // URL.of, its replacement, is of Java 20
    private static URL url(String name, byte[] content) throws IOException {
      return new URL(null, URI.create("memory:/" + name).toString(), new MemoryHandler(content));
    }

    private static byte[] bytes(JavaFileObject file) {
      try (InputStream in = file.openInputStream()) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
