package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.CancellationNotRequestedException;
import dev.longhaul.api.RpcCode;
import org.jspecify.annotations.Nullable;

/** The manager's own refusals, each worded in one place. */
final class Refusals {
  private Refusals() {}

  static ActivityNotFoundException superseded(String digest) {
    return new ActivityNotFoundException(
        "a newer attempt of activity "
            + digest
            + " has arrived in this process, so the server no longer waits for this one; this report"
            + " was not sent",
        digest,
        null,
        null,
        false);
  }

  static ActivityNotFoundException noLongerWanted(String digest, String why) {
    return new ActivityNotFoundException(
        "the server no longer waits for this attempt of activity "
            + digest
            + " ("
            + why
            + "), so nothing was sent; only a completion would still be tried once",
        digest,
        null,
        null,
        false);
  }

  static ActivityCompletionException abandoned(
      String digest, @Nullable ActivityCompletionException lastTry) {
    return new ActivityCompletionException(
        "the server did not acknowledge the outcome of activity "
            + digest
            + " before this process closed its manager"
            + (lastTry == null ? "" : "; the last try: " + lastTry.getMessage()),
        digest,
        lastTry == null ? null : lastTry.code().orElse(null),
        lastTry);
  }

  static ActivityNotFoundException possiblyApplied(
      String digest, @Nullable ActivityCompletionException answer) {
    return new ActivityNotFoundException(
        "the server no longer waits for activity "
            + digest
            + ", but the answer to an earlier try of this report was lost: that try probably ended"
            + " the activity. Check the workflow's history before reporting again",
        digest,
        RpcCode.NOT_FOUND,
        answer,
        true);
  }

  static ActivityNotFoundException notManaged(ActivityReference activity) {
    return new ActivityNotFoundException(
        "no activity "
            + activity.digest()
            + " is managed by this process: it has ended, was never received, or is managed"
            + " elsewhere; AsyncCompletionClient reports on activities of other processes",
        activity.digest(),
        null,
        null,
        false);
  }

  static CancellationNotRequestedException notRequested(String digest) {
    return new CancellationNotRequestedException(
        "nobody asked to cancel activity "
            + digest
            + ", so the server would refuse to close it as canceled; it stays open. Fail or complete"
            + " it instead, or cancel it from its workflow first",
        digest,
        null,
        null);
  }
}
