package dev.longhaul.api.options;

/**
 * The version of the worker deployment that a process belongs to, told with each poll and each
 * report. Immutable.
 *
 * <p>With {@link VersioningMode#VERSIONED} tasks come only once the version is current or ramping,
 * or for workflows that are pinned to it.
 *
 * @param name the deployment, which all its versions share
 * @param buildId the version
 * @param mode whether tasks are routed by it
 */
public record WorkerDeployment(String name, String buildId, VersioningMode mode) {
  /**
   * @throws IllegalArgumentException if the name or the build id is blank
   */
  public WorkerDeployment {
    check(name, "name");
    check(buildId, "build id");
  }

  private static void check(String value, String what) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " of the worker deployment is \""
              + value
              + "\"; Temporal knows a version by both name and build id: give it both");
    }
  }
}
