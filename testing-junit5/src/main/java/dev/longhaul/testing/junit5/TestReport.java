package dev.longhaul.testing.junit5;

import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.Durations;
import io.temporal.api.common.v1.WorkflowExecution;
import java.time.Duration;

/** What became of the workflows and activities of a test that failed. */
final class TestReport {
  private TestReport() {}

  /** As text for the test's output. */
  static String of(LonghaulTest test) {
    StringBuilder text = new StringBuilder("Longhaul, when the test failed:\n");
    for (WorkflowExecution execution : test.started().executions()) {
      text.append(HistoryText.of(test.workflowClient(), execution));
    }
    if (test.started().executions().isEmpty()) {
      text.append("no workflow was started\n");
    }
    if (test.manager().snapshot().isEmpty()) {
      text.append("no activity is open here\n");
    }
    test.manager().snapshot().forEach(activity -> text.append(line(activity)));
    return text.toString();
  }

  private static String line(ActivitySnapshot activity) {
    return "open here: "
        + activity.activityType()
        + ", attempt "
        + activity.attempt()
        + ", "
        + activity.state()
        + (activity.paused() ? ", paused" : "")
        + ", for "
        + text(activity.age())
        + activity
            .lastAcknowledged()
            .map(at -> ", last heartbeat " + text(Duration.between(at, activity.taken())) + " ago")
            .orElse(", no heartbeat yet")
        + activity.stopRequest().map(request -> ", asked to stop: " + request).orElse("")
        + "\n";
  }

  private static String text(Duration time) {
    return Durations.format(Duration.ofMillis(time.toMillis()));
  }
}
