package dev.longhaul.samples.quickstart.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an activity. Times are the server's.
 *
 * @param scheduled when the workflow called it
 * @param attempts the oldest first; none before the first one starts
 * @param heartbeats of all attempts, the oldest first
 * @param closed null while it is open
 */
public record ActivityRecord(
    String type,
    ActivityState state,
    Instant scheduled,
    List<AttemptRecord> attempts,
    List<HeartbeatRecord> heartbeats,
    @Nullable Instant closed) {

  public ActivityRecord {
    attempts = List.copyOf(attempts);
    heartbeats = List.copyOf(heartbeats);
  }

  public Optional<AttemptRecord> lastAttempt() {
    return last(attempts);
  }

  public Optional<HeartbeatRecord> lastHeartbeat() {
    return last(heartbeats);
  }

  /** The attempts that went on where the one before had been, the oldest first. */
  public List<Resumption> resumptions() {
    return IntStream.range(1, heartbeats.size())
        .mapToObj(i -> Resumption.between(heartbeats.get(i - 1), heartbeats.get(i)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The one that the last heartbeat shows, if it does. */
  public Optional<Resumption> lastResumption() {
    return last(resumptions())
        .filter(resumption -> lastHeartbeat().filter(resumption.to()::equals).isPresent());
  }

  private static <T> Optional<T> last(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
  }
}
