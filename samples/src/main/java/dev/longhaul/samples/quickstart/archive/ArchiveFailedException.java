package dev.longhaul.samples.quickstart.archive;

/** The archive service tried and failed; it may succeed when asked again. */
public final class ArchiveFailedException extends RuntimeException {
  ArchiveFailedException(String message) {
    super(message);
  }
}
