package dev.longhaul.samples.quickstart.archive;

/** The archive service does not accept the request; asking again is of no use. */
public final class ArchiveRefusedException extends RuntimeException {
  ArchiveRefusedException(String message) {
    super(message);
  }
}
