package dev.longhaul.api.external;

import java.util.concurrent.CompletionStage;

/**
 * An outside service that does jobs, as a client of yours calls it. Must be thread-safe.
 *
 * <p>Calls are made on the attempt's executor and must not block it: answer with a stage. Each must
 * end, so give it a time limit; whether and how it is tried again is yours to say, for example with
 * a library such as Failsafe. What a stage fails with, or a call throws, counts as the call's
 * failure.
 *
 * @param <Q> what is asked of the service
 */
public interface JobService<Q> {

  /**
   * Submits a job.
   *
   * <p>The answer may be lost, or this process may be before it has told the server: then the same
   * request comes again with the same key, and should find the same job. A service that does not
   * know such keys may do the work twice.
   *
   * @param idempotencyKey the same for every attempt that means the same job
   * @return the job's reference, by which the service finds it again
   */
  CompletionStage<String> submit(Q request, String idempotencyKey);

  /**
   * Cancels a job.
   *
   * @return completes when the service has accepted; also if the job has ended before, or is not
   *     there any more
   */
  CompletionStage<?> cancel(String job);
}
