package dev.longhaul.processor;

import com.google.common.base.Splitter;
import com.google.inject.Guice;
import dev.longhaul.api.AsyncActivityHandler;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.NullMarked;

/** What code with handlers is compiled against, and what it needs on the module path. */
final class ModulePath {
  private ModulePath() {}

  /** The api, Guice and {@code jakarta.inject}. */
  static List<Path> ofHandlers() {
    return List.of(
        place(AsyncActivityHandler.class), place(Guice.class), place(jakarta.inject.Inject.class));
  }

  static Path jspecify() {
    return place(NullMarked.class);
  }

  /**
   * The module path of a process with handlers.
   *
   * @param folder where to put the jar of the api, which is a folder while it is built
   */
  static String ofProcess(Path folder) {
    List<String> jars = new ArrayList<>();
    jars.add(jarOfTheApi(folder).toString());
    for (String entry :
        Splitter.on(File.pathSeparator).split(System.getProperty("java.class.path"))) {
      String name = Path.of(entry).getFileName().toString();
      if (name.matches("(guice|jakarta.inject|aopalliance|guava|failureaccess|jspecify)-.*jar")) {
        jars.add(entry);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private static Path jarOfTheApi(Path folder) {
    Path classes = place(AsyncActivityHandler.class);
    if (Files.isRegularFile(classes)) {
      return classes;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Automatic-Module-Name", "dev.longhaul.api");
    Path jar = folder.resolve("longhaul-api.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path file : Workspace.files(classes, ".class")) {
        out.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jar;
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
