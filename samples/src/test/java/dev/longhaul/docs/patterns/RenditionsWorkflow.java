package dev.longhaul.docs.patterns;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;

/** Renders a video in several formats at once. */
@WorkflowInterface
public interface RenditionsWorkflow {
  /** Returns where the renditions are, in the order of the formats. */
  @WorkflowMethod
  List<String> render(String video, List<String> formats);
}
