package dev.longhaul.api.spi;

/** How an activity completes, as the signature of its start method says. */
public enum CompletionForm {
  /** When the start method returns. */
  BLOCKING,
  /** When the stage that it returned completes. */
  STAGE,
  /** When anyone completes it. */
  EXTERNAL;

  /** As written in logs. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
