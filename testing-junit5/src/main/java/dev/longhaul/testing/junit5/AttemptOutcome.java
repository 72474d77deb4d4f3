package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.EncodedValues;
import dev.longhaul.api.ReceivedFailureException;
import java.time.Duration;

/** What a run told the server of its end. Immutable. */
public sealed interface AttemptOutcome {

  /** When it was decided: since the start of the run, by its clock. */
  Duration at();

  /**
   * Done.
   *
   * @param result none if the handler has none
   */
  record Completed(Duration at, EncodedValues result) implements AttemptOutcome {}

  /**
   * Failed, as the server was told.
   *
   * @param failure whose {@link ReceivedFailureException#info} has its type, whether it may be
   *     retried, and its details
   */
  record Failed(Duration at, ReceivedFailureException failure) implements AttemptOutcome {}

  /** Confirmed the cancellation. */
  record Cancelled(Duration at, EncodedValues details) implements AttemptOutcome {}

  /** Nothing was reported: the attempt was released, or the server no longer waited for it. */
  record Unreported(Duration at, ActivityEnd how) implements AttemptOutcome {}
}
