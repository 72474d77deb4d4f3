package dev.longhaul.api;

/**
 * The priority that the workflow gave the activity. Immutable and thread-safe.
 *
 * @param key from 1, the highest; 0 for the server's default
 * @param fairnessKey whose share of the queue it uses; empty for none
 * @param fairnessWeight the weight of that share; 0 for the default
 */
public record Priority(int key, String fairnessKey, float fairnessWeight) {

  /** What a workflow that says nothing gets. */
  public static final Priority DEFAULT = new Priority(0, "", 0);
}
