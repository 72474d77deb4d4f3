package dev.longhaul.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a runtime does at one moment, for probes and alarms. Immutable.
 *
 * @param state where the runtime is between its start and its end
 * @param disconnectedFor since when there is no connection to the server, though one is wanted;
 *     empty if there is one, before the first call, and for a channel that does not tell
 * @param polls of each task queue; empty before the start
 * @param activities what is managed
 * @param thresholds what the verdicts go by
 */
public record Health(
    State state,
    Optional<Duration> disconnectedFor,
    List<PollHealth> polls,
    ActivityHealth activities,
    HealthThresholds thresholds) {

  /** Copies the list. */
  public Health {
    polls = List.copyOf(polls);
  }

  /** Where a runtime is. */
  public enum State {
    /** It was not started yet. */
    NEW,
    /** It waits for its server. */
    STARTING,
    /** It polls. */
    RUNNING,
    /** It polls no more, and waits for what is open. */
    CLOSING,
    /** It has ended, or could not start; it does not start again. */
    CLOSED
  }

  /**
   * Whether the process is worth keeping: false when the runtime has ended, or does not do its work
   * although the server answers, so that only a new process helps. A server that is away never
   * makes it false: a restart would cost the running activities, and help nothing.
   */
  public boolean live() {
    return HealthProblems.deadly(this).isEmpty();
  }

  /** Whether the runtime does all that it should: {@link #problems} is empty. */
  public boolean ready() {
    return problems().isEmpty();
  }

  /** All that is beyond the thresholds, a line each; without secrets. */
  public List<String> problems() {
    return HealthProblems.of(this);
  }
}
