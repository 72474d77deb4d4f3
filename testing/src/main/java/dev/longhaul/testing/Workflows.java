package dev.longhaul.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All runs of all workflows, in the order in which they were opened. Under the service's lock. */
final class Workflows {
  private final List<WorkflowRun> runs = new ArrayList<>();

  /** The run with this id, or the current one, if the id is empty; null, if there is none. */
  @Nullable WorkflowRun find(String namespaceId, String workflowId, String runId) {
    WorkflowRun found = null;
    for (WorkflowRun run : runs) {
      if (run.namespace().id().equals(namespaceId)
          && run.workflowId().equals(workflowId)
          && (runId.isEmpty() || run.runId().equals(runId))) {
        found = run;
      }
    }
    return found;
  }

  /** That run, if it is open; a new one, if it is not there or no id is given. */
  WorkflowRun open(Namespaces.Namespace namespace, String workflowId, String runId, Instant now) {
    WorkflowRun run = find(namespace.id(), workflowId, runId);
    if (run != null && run.isOpen()) {
      return run;
    }
    if (run != null && !runId.isEmpty()) {
      throw new IllegalArgumentException("run " + runId + " is closed");
    }
    WorkflowRun opened =
        new WorkflowRun(
            namespace,
            workflowId,
            runId.isEmpty() ? UUID.randomUUID().toString() : UUID.fromString(runId).toString(),
            now);
    runs.add(opened);
    return opened;
  }
}
