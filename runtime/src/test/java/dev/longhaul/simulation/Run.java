package dev.longhaul.simulation;

import java.util.ArrayList;
import java.util.List;

/** A workflow run. Changes by {@link Server} alone. */
final class Run {
  final String workflowId;
  final String runId;
  final List<Execution> activities = new ArrayList<>();
  boolean open = true;

  Run(int number) {
    this.workflowId = "workflow-" + number;
    this.runId = "run-" + number;
  }
}
