package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The server as the manager needs it: each call is one try, starts without blocking, and its future
 * never fails. Dependents run on a network thread.
 */
public interface ActivityServer {
  /** How long one try may take, unless something is more urgent. */
  Duration LONGEST_TRY = Duration.ofSeconds(10);

  /**
   * Heartbeats; no details erase what the server stored.
   *
   * @param limit how long this try may take
   */
  CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit);

  /** Reports an outcome; a failure carries the last heartbeat details along. */
  CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails);

  /** Asks what the server knows of an activity whose ids name its run. */
  CompletableFuture<Standing> look(FullActivityId id);

  /**
   * Whether somebody reported on an activity that is closed; false also if that cannot be found
   * out.
   */
  CompletableFuture<Boolean> wasReported(FullActivityId id);

  /** How an activity stands on the server. */
  sealed interface Standing {

    /** It is open, and this attempt is current. */
    record Pending(int attempt) implements Standing {}

    /** It is closed, and its workflow is open. */
    record NotPending() implements Standing {}

    /** It is closed by a timeout; no look tells that, but its history and its time do. */
    record TimedOut() implements Standing {}

    /** Its workflow is closed or unknown. */
    record WorkflowClosed() implements Standing {}

    /** There was no answer. */
    record Unknown() implements Standing {}
  }
}
