package dev.longhaul.samples.quickstart.story;

/** How an activity stands. */
public enum ActivityState {
  /** It waits for an attempt to start, the first or a further one. */
  SCHEDULED("waits"),
  RUNNING("running"),
  /** The workflow asked to cancel it, and it was not yet. */
  CANCELLING("cancelling"),
  COMPLETED("completed"),
  FAILED("failed"),
  TIMED_OUT("timed out"),
  CANCELLED("cancelled");

  private final String word;

  ActivityState(String word) {
    this.word = word;
  }

  public boolean isOpen() {
    return compareTo(COMPLETED) < 0;
  }

  /** Such as {@code timed out}. */
  @Override
  public String toString() {
    return word;
  }
}
