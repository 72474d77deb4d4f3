package dev.longhaul.functional;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.ActivityTaskStartedEventAttributes;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What the server wrote down about a workflow's activity. */
final class History {
  private final List<HistoryEvent> events;

  private History(List<HistoryEvent> events) {
    this.events = events;
  }

  /** The history as it is now. */
  static History of(WorkflowStub workflow) {
    return of(TemporalServer.get(), workflow);
  }

  static History of(TemporalServer server, WorkflowStub workflow) {
    return new History(
        server
            .client()
            .fetchHistory(workflow.getExecution().getWorkflowId())
            .getHistory()
            .getEventsList());
  }

  boolean has(EventType type) {
    return count(type) > 0;
  }

  long count(EventType type) {
    return events.stream().filter(event -> event.getEventType() == type).count();
  }

  /** The payloads that the activity completed with; none without a result. */
  List<Payload> result() {
    return only(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
        .getActivityTaskCompletedEventAttributes()
        .getResult()
        .getPayloadsList();
  }

  /** The start of the attempt that ended the activity. */
  ActivityTaskStartedEventAttributes started() {
    return only(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED).getActivityTaskStartedEventAttributes();
  }

  /** The details that the activity was canceled with. */
  Payloads canceledWith() {
    return only(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED)
        .getActivityTaskCanceledEventAttributes()
        .getDetails();
  }

  /** The details that the activity was canceled with, as JSON. */
  List<String> canceledDetails() {
    return canceledWith().getPayloadsList().stream()
        .map(payload -> payload.getData().toStringUtf8())
        .toList();
  }

  /** The failure that the activity ended with. */
  Failure failure() {
    return only(EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED)
        .getActivityTaskFailedEventAttributes()
        .getFailure();
  }

  /** Everything as it is stored, to be searched for what should not be there. */
  String asStored() {
    return events.stream()
        .map(event -> event.toByteString().toString(StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining());
  }

  static String encoding(Payload payload) {
    return payload.getMetadataOrThrow("encoding").toStringUtf8();
  }

  private HistoryEvent only(EventType type) {
    List<HistoryEvent> found =
        events.stream().filter(event -> event.getEventType() == type).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " events of " + type + " instead of one: " + events);
    }
    return found.get(0);
  }
}
