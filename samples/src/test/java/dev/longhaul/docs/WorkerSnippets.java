package dev.longhaul.docs;

import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;

/** The code of docs/worker.md. */
final class WorkerSnippets {
  private WorkerSnippets() {}

  static RuntimeOptions queue() {
    return RuntimeOptions.defaults().toBuilder()
        .queue("media", QueueOptions.defaults().pollers(10).maxTasksPerSecond(50))
        .build();
  }

  static RuntimeOptions deployment() {
    return RuntimeOptions.defaults().toBuilder()
        .deployment(new WorkerDeployment("video", "2026-11-24.3", VersioningMode.VERSIONED))
        .build();
  }
}
