package dev.longhaul.samples.quickstart.story;

import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a workflow's activities as Temporal itself has them: asks the server ten times a second.
 * A heartbeat that arrives within the last moment of an activity may go unseen. Thread-safe.
 */
public final class WorkflowWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkflowWatch.class);
  private static final long PERIOD_MILLIS = 100;
  private static final long CLOSE_SECONDS = 10;

  private final WorkflowClient client;
  private final String workflowId;
  private final Sightings sightings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watch"));

  // Confined to the thread.
  private long lastEventId;

  private WorkflowWatch(WorkflowClient client, String workflowId, Sightings sightings) {
    this.client = client;
    this.workflowId = workflowId;
    this.sightings = sightings;
  }

  /** Watches a workflow that has been started; the listener is called on one thread. */
  public static WorkflowWatch start(
      WorkflowClient client,
      String workflowId,
      ProgressReader progress,
      ActivityListener listener) {
    WorkflowWatch watch = new WorkflowWatch(client, workflowId, new Sightings(progress, listener));
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::lookAgain, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  /**
   * Looks once more.
   *
   * @return the activities, in the order in which the workflow called them
   */
  public List<ActivityRecord> look() {
    return CompletableFuture.supplyAsync(this::lookNow, thread).join();
  }

  /** After this the listener is not called any more, unless the caller is interrupted. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the watch of the workflow does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAgain() {
    try {
      lookNow();
    } catch (RuntimeException e) {
      log.warn("could not look at workflow {}; the next look may succeed", workflowId, e);
    }
  }

  private List<ActivityRecord> lookNow() {
    DescribeWorkflowExecutionResponse description =
        client.newUntypedWorkflowStub(workflowId).describe().getRawDescription();
    // What has just closed may have had one heartbeat more; what has just begun comes after that.
    List<PendingActivityInfo> pending = description.getPendingActivitiesList();
    pending.stream().filter(sightings::knows).forEach(sightings::pending);
    if (description.getWorkflowExecutionInfo().getHistoryLength() > lastEventId) {
      client.fetchHistory(workflowId).getEvents().forEach(this::read);
    }
    pending.forEach(sightings::pending);
    return sightings.records();
  }

  private void read(HistoryEvent event) {
    if (event.getEventId() > lastEventId) {
      lastEventId = event.getEventId();
      sightings.history(event);
    }
  }
}
