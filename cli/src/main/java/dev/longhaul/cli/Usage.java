package dev.longhaul.cli;

/** What the caller wrote cannot be done; the message says why and what to do. */
final class Usage extends RuntimeException {
  Usage(String message) {
    super(message);
  }

  Usage(String message, Throwable cause) {
    super(message, cause);
  }
}
