package dev.longhaul.samples.common;

/** An option has a value that turned out to be of no use. The message is for the user. */
public final class BadOptionException extends RuntimeException {
  public BadOptionException(String message) {
    super(message);
  }
}
