package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of an activity, ready to be sent. Immutable.
 *
 * @param method the call that says it
 * @param content the result, the details or the failure, encoded; null sends none
 * @param lastDetails heartbeat details that go with a failure; null sends none
 */
record Report(ActivityMethod<?> method, @Nullable Bytes content, @Nullable Bytes lastDetails) {

  static Report heartbeat(@Nullable Bytes details) {
    return new Report(ActivityMethod.HEARTBEAT, details, null);
  }

  static Report of(EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    if (outcome instanceof EncodedOutcome.Completed completed) {
      return new Report(ActivityMethod.COMPLETE, completed.result(), null);
    }
    if (outcome instanceof EncodedOutcome.Failed failed) {
      return new Report(ActivityMethod.FAIL, failed.failure(), lastDetails);
    }
    return new Report(ActivityMethod.CANCEL, ((EncodedOutcome.Canceled) outcome).details(), null);
  }

  /**
   * Whether a second one by ids could hit the next attempt and end it: a heartbeat ends none, and a
   * completion ends the activity whichever attempt it hits.
   */
  boolean endsOneAttempt() {
    return method == ActivityMethod.FAIL || method == ActivityMethod.CANCEL;
  }
}
