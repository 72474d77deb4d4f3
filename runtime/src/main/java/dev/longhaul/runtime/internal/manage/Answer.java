package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import java.time.Duration;

/** What came of one try of a heartbeat or a report. */
public sealed interface Answer {

  /**
   * The server accepted it.
   *
   * @param cancelRequested the workflow asked to cancel; of heartbeats only
   * @param paused an operator paused the activity; of heartbeats only
   * @param reset an operator reset the activity; of heartbeats only
   */
  record Acknowledged(boolean cancelRequested, boolean paused, boolean reset) implements Answer {
    /** Without any request. */
    public static final Acknowledged PLAIN = new Acknowledged(false, false, false);
  }

  /** The server refused it, and always will. */
  record Refused(ActivityCompletionException why) implements Answer {}

  /**
   * It is worth another try.
   *
   * @param certainlyNotApplied whether the server is known not to have applied it
   * @param limit which of the server's limits it hit
   * @param pause how long to wait at least
   */
  record TryAgain(
      ActivityCompletionException why, boolean certainlyNotApplied, Limit limit, Duration pause)
      implements Answer {}

  /** The limit that this answer tells of. */
  default Limit limit() {
    return Limit.NONE;
  }
}
