package dev.longhaul.samples.quickstart;

import com.google.protobuf.Timestamp;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of each heartbeat with details of a workflow's activities, as Temporal itself has it: asks
 * the server for the workflow's pending activities a few times a second. A heartbeat that arrives
 * within the last moment of an activity may go unseen.
 */
final class HeartbeatWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HeartbeatWatch.class);
  private static final long PERIOD_MILLIS = 100;
  private static final long CLOSE_SECONDS = 10;

  private final WorkflowStub workflow;
  private final Consumer<SeenHeartbeat> listener;
  private final Map<String, SeenHeartbeat> lastByActivity = new HashMap<>();
  private final AtomicInteger seen = new AtomicInteger();
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

  private HeartbeatWatch(WorkflowStub workflow, Consumer<SeenHeartbeat> listener) {
    this.workflow = workflow;
    this.listener = listener;
  }

  /** Watches from now on; the listener is called on one thread. */
  static HeartbeatWatch start(WorkflowStub workflow, Consumer<SeenHeartbeat> listener) {
    HeartbeatWatch watch = new HeartbeatWatch(workflow, listener);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  /** After this the listener is not called any more, unless the caller is interrupted. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the watch of the heartbeats does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many it has told of. */
  int seen() {
    return seen.get();
  }

  private void look() {
    try {
      workflow.describe().getRawDescription().getPendingActivitiesList().forEach(this::see);
    } catch (RuntimeException e) {
      log.warn("could not look for heartbeats; the next look may succeed", e);
    }
  }

  private void see(PendingActivityInfo activity) {
    // Some servers count the start as a heartbeat, which then has no details; ours all have some.
    if (!activity.hasHeartbeatDetails()) {
      return;
    }
    Instant at = instant(activity.getLastHeartbeatTime());
    SeenHeartbeat last = lastByActivity.get(activity.getActivityId());
    if (last == null || at.isAfter(last.at())) {
      SeenHeartbeat heartbeat = heartbeat(activity, at, last);
      lastByActivity.put(activity.getActivityId(), heartbeat);
      seen.incrementAndGet();
      listener.accept(heartbeat);
    }
  }

  private static SeenHeartbeat heartbeat(
      PendingActivityInfo activity, Instant at, @Nullable SeenHeartbeat last) {
    return new SeenHeartbeat(
        activity.getActivityType().getName(),
        activity.getAttempt(),
        last == null ? 1 : last.number() + 1,
        at,
        activity.getHeartbeatDetails());
  }

  private static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
