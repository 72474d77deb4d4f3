package dev.longhaul.processor.diagnostic;

import static dev.longhaul.processor.diagnostic.Wording.error;
import static dev.longhaul.processor.diagnostic.Wording.warning;

/** What can be wrong with {@code @OnHeartbeat} and {@code @OnCancel}. */
public enum HookRule implements Rule {
  /** Method, type, what it may take, where its input is. */
  INPUT(error("LH080", "%1$s takes %2$s", "A hook gets no inputs; %4$s", "at most %3$s")),
  /** Method, how the activity completes. */
  PENDING_OF_OTHER_FORM(
      error(
          "LH081",
          "%1$s takes a PendingActivity, and the @OnStart method takes none",
          "The activity completes %2$s, and nobody else may complete it",
          "ActivityContext context")),
  /** Method, type, right type. */
  PENDING_OF_OTHER_TYPE(
      error(
          "LH082",
          "%1$s takes %2$s",
          "The @OnStart method takes %3$s, and it is the same attempt",
          "%3$s")),
  /** Role, type, what to write. */
  OUTSIDE(
      error(
          "LH083",
          "%1$s is on a method of %2$s, which is no handler",
          "Nothing would call it",
          "%3$s")),
  /** Handler, what to write. */
  NO_CANCEL(
      warning(
          "LH084",
          "The external handler %1$s has no @OnCancel method",
          "When the activity is cancelled or times out, the work outside would go on",
          "%2$s If nothing can stop it: @SuppressWarnings(\"LH084\")")),
  /** Method. */
  NO_BEATS(
      warning(
          "LH085",
          "%1$s is not called while heartbeatInterval is \"none\"",
          "It runs before automatic heartbeats, and there are none",
          "heartbeatInterval = \"auto\", or leave the method out"));

  private final Wording wording;

  HookRule(Wording wording) {
    this.wording = wording;
  }

  @Override
  public Wording wording() {
    return wording;
  }
}
