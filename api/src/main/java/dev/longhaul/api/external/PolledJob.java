package dev.longhaul.api.external;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The outside job of one attempt, with its result. Thread-safe. Not for implementation by users:
 * methods will be added.
 *
 * @param <R> the result
 */
public interface PolledJob<R extends @Nullable Object> extends ExternalJob {

  /** Completes as the activity should; to be returned by {@code @OnStart}. */
  CompletionStage<R> result();
}
