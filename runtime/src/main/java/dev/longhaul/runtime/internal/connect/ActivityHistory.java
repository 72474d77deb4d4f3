package dev.longhaul.runtime.internal.connect;

import com.google.protobuf.ByteString;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.proto.history.v1.HistoryEvent;
import dev.longhaul.proto.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the history of a workflow that is closed whether an activity had been reported on. Its
 * pages follow each other, so it needs no lock.
 */
final class ActivityHistory {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityHistory.class);
  private static final Duration TIME_PER_PAGE = Duration.ofSeconds(10);
  private static final int EVENTS_PER_PAGE = 500;

  /** A history has 51,200 events at the most, unless somebody raised that. */
  private static final int MOST_PAGES = 200;

  private final Calls calls;
  private final Requests requests;
  private final FullActivityId id;

  private long scheduled;
  private boolean reported;
  private int pages;

  ActivityHistory(Calls calls, Requests requests, FullActivityId id) {
    this.calls = calls;
    this.requests = requests;
    this.id = id;
  }

  /** False also if the history cannot be read; never fails. */
  CompletableFuture<Boolean> wasReported() {
    return read(ByteString.EMPTY)
        .exceptionally(
            failure -> {
              LOG.debug(
                  "the history of activity {} cannot be read: {}", id.digest(), failure.toString());
              return false;
            });
  }

  private CompletableFuture<Boolean> read(ByteString page) {
    return calls
        .start(
            WorkflowServiceGrpc.getGetWorkflowExecutionHistoryMethod(),
            requests.history(id, EVENTS_PER_PAGE, page),
            TIME_PER_PAGE)
        .thenCompose(this::look);
  }

  private CompletableFuture<Boolean> look(GetWorkflowExecutionHistoryResponse response) {
    response.getHistory().getEventsList().forEach(this::look);
    ByteString next = response.getNextPageToken();
    return next.isEmpty() || ++pages == MOST_PAGES
        ? CompletableFuture.completedFuture(reported)
        : read(next);
  }

  // An id may be used again when its activity has ended; the last one counts.
  private void look(HistoryEvent event) {
    switch (event.getAttributesCase()) {
      case ACTIVITY_TASK_SCHEDULED_EVENT_ATTRIBUTES -> {
        if (event
            .getActivityTaskScheduledEventAttributes()
            .getActivityId()
            .equals(id.activityId())) {
          scheduled = event.getEventId();
          reported = false;
        }
      }
      case ACTIVITY_TASK_COMPLETED_EVENT_ATTRIBUTES ->
          ended(event.getActivityTaskCompletedEventAttributes().getScheduledEventId());
      case ACTIVITY_TASK_FAILED_EVENT_ATTRIBUTES ->
          ended(event.getActivityTaskFailedEventAttributes().getScheduledEventId());
      case ACTIVITY_TASK_CANCELED_EVENT_ATTRIBUTES ->
          ended(event.getActivityTaskCanceledEventAttributes().getScheduledEventId());
      case ATTRIBUTES_NOT_SET -> {
        // About something else.
      }
    }
  }

  private void ended(long scheduledEventId) {
    reported |= scheduled != 0 && scheduledEventId == scheduled;
  }
}
