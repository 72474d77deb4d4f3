package dev.longhaul.runtime.internal.connect;

import java.util.Optional;

/**
 * Which versions of worker deployments get the tasks of a queue. Immutable.
 *
 * @param current gets them; empty: pollers without a version do
 * @param ramping gets a share of them
 */
public record Routing(Optional<DeploymentVersion> current, Optional<DeploymentVersion> ramping) {

  /** Whether tasks of workflows that are pinned to no version come to it. */
  public boolean reaches(Optional<DeploymentVersion> version) {
    return current.equals(version) || (ramping.isPresent() && ramping.equals(version));
  }
}
