package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A server that acknowledges everything at once, and keeps whose heartbeats and outcomes it got,
 * and the last details of any of them.
 */
public final class AcknowledgingServer implements ActivityServer {
  public final Set<ActivityReference> beaten = ConcurrentHashMap.newKeySet();

  /** Of these, heartbeats are told that they are to be cancelled. */
  public final Set<ActivityReference> cancelled = ConcurrentHashMap.newKeySet();

  /** How each activity ended. */
  public final Map<ActivityReference, EncodedOutcome> ends = new ConcurrentHashMap<>();

  final List<EncodedOutcome> outcomes = new CopyOnWriteArrayList<>();
  volatile boolean cancelRequested;
  volatile boolean resetRequested;
  volatile @Nullable Bytes details;

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    beaten.add(activity);
    this.details = details;
    return CompletableFuture.completedFuture(
        new Answer.Acknowledged(
            cancelRequested || cancelled.contains(activity), false, resetRequested));
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    outcomes.add(outcome);
    details = lastDetails == null ? details : lastDetails;
    ends.put(activity, outcome);
    return CompletableFuture.completedFuture(Answer.Acknowledged.PLAIN);
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    return CompletableFuture.completedFuture(new Standing.Unknown());
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    return CompletableFuture.completedFuture(false);
  }
}
