package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.convert.Thrown;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports how the work of a blocking or stage handler, or an item of a batch, ended. Immutable;
 * kept by the stage.
 *
 * @param sendsResult whether a completion carries a result
 */
public record WorkEnd(Attempt attempt, Tools tools, boolean sendsResult) {
  private static final Logger LOG = LoggerFactory.getLogger(WorkEnd.class);

  /** It ended by this outcome. */
  public void settled(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Completed<?> completed) {
      returned(completed.result());
    } else if (outcome instanceof Outcome.Failed<?> failed) {
      threw(failed.failure());
    } else if (outcome instanceof Outcome.Cancelled<?> cancelled) {
      cancelled(cancelled.details());
    }
  }

  // Whoever was asked to stop confirms that; otherwise the server is asked whether anybody asked.
  private void cancelled(List<@Nullable Object> details) {
    Optional<StopRequest> request = attempt.currentStopRequest();
    if (request.isPresent()) {
      threw(request.get().cancelled(details.toArray()));
      return;
    }
    Bytes encoded =
        orNone(
            "cancellation details",
            () -> tools.wire().details(attempt.task().reference(), details));
    attempt
        .reportCancellation(new EncodedOutcome.Canceled(encoded))
        .whenCompleteAsync(
            (reported, refused) -> {
              if (refused != null) {
                threw(refused);
              }
            },
            tools.callbacks());
  }

  /** It has a result, which may be null. */
  public void returned(@Nullable Object result) {
    Bytes encoded;
    try {
      encoded = sendsResult ? tools.wire().result(attempt.task().reference(), result) : null;
    } catch (ActivityCompletionException e) {
      attempt.failed(tools.wire().failureInAnyCase(attempt.task().reference(), e.toFailure()));
      return;
    }
    attempt.returned(new EncodedOutcome.Completed(encoded));
  }

  /** It ended exceptionally. */
  public void threw(Throwable thrown) {
    Throwable failure = Thrown.unwrapped(thrown);
    Bytes details =
        failure instanceof ActivityCancelledException cancelled
            ? orNone(
                "cancellation details",
                () -> tools.wire().details(attempt.task().reference(), cancelled.details()))
            : null;
    attempt.record(
        orNone(
            "last heartbeat details",
            () -> tools.wire().lastDetails(attempt.task().reference(), failure)));
    attempt.threw(
        failure, tools.wire().failureInAnyCase(attempt.task().reference(), failure), details);
  }

  private @Nullable Bytes orNone(String what, Supplier<@Nullable Bytes> encode) {
    try {
      return encode.get();
    } catch (ActivityCompletionException e) {
      LOG.warn("{}: its {} are left out: {}", attempt, what, e.getMessage());
      return null;
    }
  }
}
