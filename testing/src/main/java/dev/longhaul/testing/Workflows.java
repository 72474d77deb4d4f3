package dev.longhaul.testing;

import dev.longhaul.testing.Namespaces.Namespace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All runs of all workflows, in the order in which they were opened. Under the service's lock. */
final class Workflows {
  private final List<WorkflowRun> runs = new ArrayList<>();

  /** The run with this id, or the current one, if the id is empty; null, if there is none. */
  @Nullable WorkflowRun find(String namespaceId, String workflowId, String runId) {
    return latest(namespaceId, runId, run -> run.workflowId().equals(workflowId));
  }

  /** As {@link #find}, of a standalone activity. */
  @Nullable WorkflowRun findStandalone(String namespaceId, String activityId, String runId) {
    return latest(namespaceId, runId, run -> activityId.equals(run.standaloneId()));
  }

  /** That run, if it is open; a new one, if it is not there or no id is given. */
  WorkflowRun open(Namespace namespace, String workflowId, String runId, Instant now) {
    WorkflowRun run = find(namespace.id(), workflowId, runId);
    if (run != null && run.isOpen()) {
      return run;
    }
    if (run != null && !runId.isEmpty()) {
      throw new IllegalArgumentException("run " + runId + " is closed");
    }
    String newId =
        runId.isEmpty() ? UUID.randomUUID().toString() : UUID.fromString(runId).toString();
    return add(new WorkflowRun(namespace, workflowId, newId, null, now));
  }

  /** The run that a standalone activity is; one without an id gets one. */
  WorkflowRun openStandalone(Namespace namespace, String activityId, Instant now) {
    WorkflowRun run = findStandalone(namespace.id(), activityId, "");
    if (run != null && run.isOpen()) {
      throw new IllegalArgumentException("standalone activity " + activityId + " is running");
    }
    String id = activityId.isEmpty() ? UUID.randomUUID().toString() : activityId;
    return add(new WorkflowRun(namespace, "", UUID.randomUUID().toString(), id, now));
  }

  private WorkflowRun add(WorkflowRun run) {
    runs.add(run);
    return run;
  }

  private @Nullable WorkflowRun latest(
      String namespaceId, String runId, Predicate<WorkflowRun> which) {
    WorkflowRun found = null;
    for (WorkflowRun run : runs) {
      if (run.namespace().id().equals(namespaceId)
          && (runId.isEmpty() || run.runId().equals(runId))
          && which.test(run)) {
        found = run;
      }
    }
    return found;
  }
}
