package dev.longhaul.api;

/** This process already decided the outcome of the attempt; the first decision counts. */
public final class OutcomeAlreadyDecidedException extends ActivityCompletionException {
  private final String firstOutcome;

  /**
   * @param firstOutcome what was decided first: {@code completed}, {@code failed}, {@code
   *     canceled}, or why the attempt ended without an outcome
   */
  public OutcomeAlreadyDecidedException(String digest, String firstOutcome) {
    super(
        "the outcome of activity "
            + digest
            + " was already decided ("
            + firstOutcome
            + "), and an attempt has exactly one; this later call changed nothing",
        digest,
        null,
        null);
    this.firstOutcome = firstOutcome;
  }

  /** What was decided first. */
  public String firstOutcome() {
    return firstOutcome;
  }
}
