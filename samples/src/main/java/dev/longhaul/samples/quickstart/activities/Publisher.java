package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.io.IOException;
import java.nio.file.Path;

/** Makes archives known. Thread-safe. */
@FunctionalInterface
public interface Publisher {
  /**
   * Writes a page about the archive.
   *
   * @return where it is
   */
  Path publish(Archive archive, Decision decision) throws IOException;
}
