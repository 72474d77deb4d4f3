package dev.longhaul.api.external;

import org.jspecify.annotations.Nullable;

/**
 * The heartbeat details of an activity whose work is an outside job. Immutable, apart from the
 * progress. Read them with {@code lastHeartbeatDetails(JobDetails.class)}; the progress is then
 * whatever the converters make of it without a type, a map for example.
 *
 * @param job the reference by which the service finds the job
 * @param progress what the service told last; null if it told nothing
 * @param failed whether an attempt has failed because this job did: the next one submits another
 *     job instead of going on with this one
 */
public record JobDetails(String job, @Nullable Object progress, boolean failed) {

  /** The job and its state, without the progress, which is data of yours. */
  @Override
  public String toString() {
    return "JobDetails[" + job + (failed ? ", failed]" : "]");
  }
}
