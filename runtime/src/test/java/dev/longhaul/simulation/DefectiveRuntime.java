package dev.longhaul.simulation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The runtime with a defect: its classes, and those of the simulation, anew, with the edited
 * sources compiled.
 */
final class DefectiveRuntime extends ClassLoader {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final String INTERNAL = "dev/longhaul/runtime/internal/";

  private final Map<String, ByteArrayOutputStream> edited = new HashMap<>();

  DefectiveRuntime(Defect defect) {
    super(DefectiveRuntime.class.getClassLoader());
    Map<String, String> sources = new LinkedHashMap<>();
    for (Defect.Edit edit : defect.edits()) {
      String name = INTERNAL + edit.file();
      String source = sources.computeIfAbsent(name, DefectiveRuntime::read);
      sources.put(name, replace(source, edit));
    }
    compile(sources);
  }

  /** Runs a simulation with this seed and so many events; gives the rule that was broken. */
  Rule run(long seed, long events) throws ReflectiveOperationException {
    @SuppressWarnings("unchecked")
    BiFunction<Long, Long, String> run =
        (BiFunction<Long, Long, String>)
            loadClass(SimulationByName.class.getName()).getDeclaredConstructor().newInstance();
    String broken = run.apply(seed, events);
    return broken == null ? null : Rule.valueOf(broken);
  }

  private static String read(String name) {
    try {
      return Files.readString(SOURCES.resolve(name + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replace(String source, Defect.Edit edit) {
    if (source.split(java.util.regex.Pattern.quote(edit.text()), -1).length != 2) {
      throw new IllegalStateException(
          edit.file()
              + " does not have the text \""
              + edit.text()
              + "\" once, so that it could be broken there: if it was rewritten, break what is"
              + " there now in Defect");
    }
    return source.replace(edit.text(), edit.replacement());
  }

  private void compile(Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter complaints = new StringWriter();
    List<Source> units =
        sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList();
    boolean done =
        compiler
            .getTask(
                complaints,
                new InMemory(compiler.getStandardFileManager(null, null, null)),
                null,
                List.of("-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path")),
                null,
                units)
            .call();
    if (!done) {
      throw new IllegalStateException("a defect does not compile: " + complaints);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith("dev.longhaul.runtime.") && !name.startsWith("dev.longhaul.simulation.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    ByteArrayOutputStream code = edited.get(name);
    byte[] bytes = code == null ? unedited(name) : code.toByteArray();
    return defineClass(name, bytes, 0, bytes.length);
  }

  private byte[] unedited(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    InMemory(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream code = new ByteArrayOutputStream();
      edited.put(className, code);
      return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return code;
        }
      };
    }
  }
}
