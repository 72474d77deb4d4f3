package dev.longhaul.runtime.internal.connect;

/** A version of a worker deployment. Immutable. */
public record DeploymentVersion(String deployment, String buildId) {

  /** As Temporal's tools write it. */
  @Override
  public String toString() {
    return deployment + ":" + buildId;
  }
}
