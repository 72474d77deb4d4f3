package dev.longhaul.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The ids of an activity; it addresses whatever attempt is current. Immutable and thread-safe.
 *
 * <p>Store the run id with it: without one the server takes the workflow's <em>current</em> run,
 * which after a continue-as-new, a retry or a reset is another run, perhaps with another activity
 * of the same id.
 *
 * @param namespace the namespace; never empty
 * @param workflowId the workflow id; empty for a standalone activity
 * @param runId the run id of the workflow (of the activity, if standalone); empty for the current
 *     one
 * @param activityId the activity id; never empty
 */
public record FullActivityId(String namespace, String workflowId, String runId, String activityId)
    implements ActivityReference {

  /**
   * @throws IllegalArgumentException if namespace or activity id is empty, or an id has a NUL
   */
  public FullActivityId {
    requireNonEmpty("namespace", namespace);
    requireNonEmpty("activityId", activityId);
    requireNoNul("namespace", namespace);
    requireNoNul("workflowId", workflowId);
    requireNoNul("runId", runId);
    requireNoNul("activityId", activityId);
  }

  /** An activity of one run of a workflow. */
  public static FullActivityId of(
      String namespace, String workflowId, String runId, String activityId) {
    return new FullActivityId(namespace, workflowId, runId, activityId);
  }

  /** An activity of a workflow's current run at the moment of the call. */
  public static FullActivityId ofCurrentRun(
      String namespace, String workflowId, String activityId) {
    return new FullActivityId(namespace, workflowId, "", activityId);
  }

  /** An activity that belongs to no workflow. */
  public static FullActivityId standalone(String namespace, String activityId) {
    return new FullActivityId(namespace, "", "", activityId);
  }

  /** Whether the activity belongs to no workflow. */
  public boolean isStandalone() {
    return workflowId.isEmpty();
  }

  /** Whether the run is fixed. */
  public boolean hasRunId() {
    return !runId.isEmpty();
  }

  /** The same activity in the given run. */
  public FullActivityId withRunId(String newRunId) {
    return new FullActivityId(namespace, workflowId, newRunId, activityId);
  }

  @Override
  public String digest() {
    String joined = String.join("\0", namespace, workflowId, runId, activityId);
    return Digests.of(ByteBuffer.wrap(joined.getBytes(StandardCharsets.UTF_8)));
  }

  private static void requireNonEmpty(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is empty, so no activity is addressed; give the " + name + " of the activity");
    }
  }

  private static void requireNoNul(String name, String value) {
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          name
              + " contains a NUL character, which separates ids in a digest; check where it was read from");
    }
  }
}
