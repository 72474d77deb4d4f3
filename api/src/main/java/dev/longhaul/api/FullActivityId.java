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
   * @throws IllegalArgumentException if namespace or activity id is empty, or an id has a NUL or
   *     half of a surrogate pair
   */
  public FullActivityId {
    requireNonEmpty("namespace", namespace);
    requireNonEmpty("activityId", activityId);
    requireDistinct("namespace", namespace);
    requireDistinct("workflowId", workflowId);
    requireDistinct("runId", runId);
    requireDistinct("activityId", activityId);
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

  /**
   * Reads the text of ids.
   *
   * @throws IllegalArgumentException as {@link ActivityReference#parse}, and if it is that of a
   *     token
   */
  public static FullActivityId parse(String text) {
    if (ActivityReference.parse(text) instanceof FullActivityId id) {
      return id;
    }
    throw new IllegalArgumentException(
        "the text is that of a task token, but here activity ids are needed; use"
            + " ActivityReference.parse where both will do");
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

  @Override
  public String toText() {
    return ReferenceText.of(this);
  }

  private static void requireNonEmpty(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is empty, so no activity is addressed; give the " + name + " of the activity");
    }
  }

  // Otherwise two activities could share a digest.
  private static void requireDistinct(String name, String value) {
    int codePoint;
    for (int i = 0; i < value.length(); i += Character.charCount(codePoint)) {
      codePoint = value.codePointAt(i);
      if (codePoint == 0) {
        throw new IllegalArgumentException(
            name
                + " contains a NUL character, which separates ids in a digest; check where it was read"
                + " from");
      }
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException(
            name
                + " contains half of a surrogate pair, which UTF-8 cannot carry; check where it was"
                + " cut");
      }
    }
  }
}
