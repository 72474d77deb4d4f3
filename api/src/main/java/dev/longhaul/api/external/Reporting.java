package dev.longhaul.api.external;

import dev.longhaul.api.ActivityCancelledException;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.PendingActivity;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Ends an external activity as a stage ends. */
final class Reporting {
  private Reporting() {}

  static <R extends @Nullable Object> void to(
      PendingActivity<R> activity, CompletionStage<R> result) {
    result.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            complete(activity, value);
          } else {
            end(activity, failure);
          }
        });
  }

  // Nobody is left to send another result; what else went wrong, the manager has dealt with.
  private static <R extends @Nullable Object> void complete(PendingActivity<R> activity, R value) {
    activity
        .complete(value)
        .exceptionally(
            failure -> {
              if (failure instanceof PayloadTooLargeException
                  || failure instanceof PayloadConversionException) {
                activity.fail(((ActivityCompletionException) failure).toFailure());
              }
              return null;
            });
  }

  private static void end(PendingActivity<?> activity, Throwable failure) {
    CompletableFuture<Void> reported =
        failure instanceof ActivityCancelledException cancelled
            ? activity.reportCancellation(cancelled.details().toArray())
            : failure instanceof ActivityStoppedException
                ? activity.reportCancellation()
                : activity.fail(failure);
    Objects.requireNonNull(reported, "reported");
  }
}
