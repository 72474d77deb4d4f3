package dev.longhaul.benchmarks.activities;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.TaskToken;
import dev.longhaul.benchmarks.server.ServerProcess;
import dev.longhaul.benchmarks.server.WatchedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Many activities of one manager. Immutable.
 *
 * @param tokens of all of them
 * @param interval of their heartbeats
 */
record Fleet(List<TaskToken> tokens, Duration interval) {
  private static final int BATCH = 1_000;

  /** Managers heartbeat at most after this share of the timeout. */
  private static final double SHARE_OF_TIMEOUT = 0.8;

  static Fleet of(int activities, Duration interval) {
    return new Fleet(
        IntStream.range(0, activities)
            .mapToObj(activity -> TaskToken.of(WatchedTokens.token(activity)))
            .toList(),
        interval);
  }

  /** The shortest one that this interval is kept for. */
  Duration timeout() {
    return Duration.ofNanos((long) Math.ceil(interval.toNanos() / SHARE_OF_TIMEOUT));
  }

  /** Hands all of them to the manager; the server begins to watch each a moment before that. */
  void handOver(LongRunningActivityManager manager, ServerProcess server) {
    ProcessingOptions options =
        ProcessingOptions.heartbeating(HeartbeatInterval.every(interval)).eraseDetails();
    for (int from = 0; from < tokens.size(); from += BATCH) {
      List<TaskToken> batch = tokens.subList(from, Math.min(from + BATCH, tokens.size()));
      server.receive(batch.size());
      batch.forEach(token -> manager.startProcessing(handOff(token), options));
    }
  }

  /** Completes all of them, and returns when the server has acknowledged each completion. */
  void complete(LongRunningActivityManager manager) {
    CompletableFuture.allOf(
            tokens.stream()
                .map(token -> manager.completeProcessing(token, null))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private HandOff handOff(TaskToken token) {
    return HandOff.eraseDetails(token)
        .id(FullActivityId.of("benchmarks", uuid(), uuid(), uuid()))
        .activityType("TranscodeVideo")
        .attempt(1)
        .times(Instant.now(), Duration.ofDays(7), Duration.ofDays(14))
        .heartbeatTimeout(timeout());
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }
}
