package dev.longhaul.samples.quickstart.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the quickstart knows of folders with a Maven build. */
final class Projects {
  /** Left out wherever it is: what Git and Maven made, not people. */
  static final List<String> NOT_SOURCES = List.of(".git", "target");

  /** Where the archives of this project go. */
  static final String ARCHIVES = "archives";

  static final List<String> NOT_SOURCES_OF_THIS_PROJECT = List.of(".git", "target", ARCHIVES);

  private Projects() {}

  /** The outermost folder with a build around this one; this one if there is no build. */
  static Path rootAround(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Path parent = root.getParent();
    while (parent != null && Files.exists(parent.resolve("pom.xml"))) {
      root = parent;
      parent = root.getParent();
    }
    return root;
  }
}
