package dev.longhaul.api.external;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A service that can be asked how far a job is. Must be thread-safe.
 *
 * @param <Q> what is asked of the service
 * @param <R> what a job results in
 */
public interface PolledJobService<Q, R extends @Nullable Object> extends JobService<Q> {

  /**
   * How a job is. A job that the service does not know (any more) is {@link JobStatus#vanished}; a
   * stage that fails means that nothing is known of it.
   */
  CompletionStage<JobStatus> status(String job);

  /** The result of a job that is done. May be called again, by another attempt. */
  CompletionStage<R> collect(String job);
}
