package dev.longhaul.samples.encrypted;

import com.google.protobuf.Message;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody sees of a workflow who has the server and no key.
 *
 * @param client any one: what it fetches it does not decode
 */
record ServerView(WorkflowClient client, String workflowId) {
  private static final String EVENT = "EVENT_TYPE_";
  private static final String KEY_ID = "encryption-key-id";

  /** The activity that is open now, with the details of its last heartbeat. */
  PendingActivityInfo pending() {
    return client
        .newUntypedWorkflowStub(workflowId)
        .describe()
        .getRawDescription()
        .getPendingActivities(0);
  }

  List<HistoryEvent> history() {
    return client.fetchHistory(workflowId).getHistory().getEventsList();
  }

  /** Whether one of the texts can be read in a message. */
  static boolean shows(Message message, List<String> texts) {
    String stored = message.toByteString().toString(StandardCharsets.ISO_8859_1);
    return texts.stream().anyMatch(stored::contains);
  }

  /** The payloads of an event, a line each. */
  static List<String> payloads(HistoryEvent event) {
    return payloads(event.getEventType().name().substring(EVENT.length()), event);
  }

  /** All payloads within a message, however deep, a line each. */
  static List<String> payloads(String name, Message message) {
    if (message instanceof Payload payload) {
      return List.of(name + " has " + describe(payload));
    }
    List<String> lines = new ArrayList<>();
    for (Object field : message.getAllFields().values()) {
      List<?> values = field instanceof List<?> many ? many : List.of(field);
      for (Object value : values) {
        if (value instanceof Message inner) {
          lines.addAll(payloads(name, inner));
        }
      }
    }
    return lines;
  }

  private static String describe(Payload payload) {
    String encoding = payload.getMetadataOrThrow("encoding").toStringUtf8();
    return payload.containsMetadata(KEY_ID)
        ? "%s, key %s, %d bytes"
            .formatted(
                encoding,
                payload.getMetadataOrThrow(KEY_ID).toStringUtf8(),
                payload.getData().size())
        : encoding + " " + payload.getData().toStringUtf8();
  }
}
