package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Archives a folder: an ordinary workflow of the official Java SDK. */
@WorkflowInterface
public interface ArchiveWorkflow {
  @WorkflowMethod
  Archive run(ArchiveRequest request);
}
