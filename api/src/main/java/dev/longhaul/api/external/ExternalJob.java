package dev.longhaul.api.external;

import dev.longhaul.api.StopRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The outside job of one attempt. Thread-safe. Not for implementation by users: methods will be
 * added.
 */
public interface ExternalJob {

  /** The reference by which the service finds it; empty until the service has told it. */
  Optional<String> reference();

  /**
   * Does what a stop request asks for; to be returned by {@code @OnCancel}.
   *
   * <p>{@link StopRequest.Kind#CANCELLED} cancels the job, once it is known, and waits until the
   * service has confirmed that; if the job turns out to be done, its result counts. All other kinds
   * end the attempt and leave the job alone: the next attempt goes on with it, or nobody knows
   * whether there is one.
   *
   * @return completes when this attempt needs the job no longer; fails if the service refused to
   *     cancel it
   */
  CompletionStage<Void> stop(StopRequest why);
}
