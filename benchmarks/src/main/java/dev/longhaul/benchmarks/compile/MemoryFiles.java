package dev.longhaul.benchmarks.compile;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Keeps what a compilation writes in memory, so that no disk is measured. Not thread-safe. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final List<Written> written = new ArrayList<>();

  MemoryFiles(StandardJavaFileManager files) {
    super(files);
  }

  /** The sources that were generated. */
  List<JavaFileObject> sources() {
    return written.stream()
        .filter(file -> file.getKind() == JavaFileObject.Kind.SOURCE)
        .<JavaFileObject>map(file -> file)
        .toList();
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    return add("/" + className.replace('.', '/') + kind.extension, kind);
  }

  @Override
  public FileObject getFileForOutput(
      Location location, String packageName, String relativeName, FileObject sibling) {
    return add("/" + relativeName, JavaFileObject.Kind.OTHER);
  }

  private Written add(String path, JavaFileObject.Kind kind) {
    Written file = new Written(URI.create("memory://" + path), kind);
    written.add(file);
    return file;
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Written(URI uri, Kind kind) {
      super(uri, kind);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
