package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.WorkerDeployment;
import java.util.Optional;
import java.util.UUID;

/**
 * Who speaks to the server.
 *
 * @param namespace the one namespace of this connection
 * @param identity shown to operators
 * @param workerInstanceKey unique for each runtime
 * @param deployment told with polls and reports by token
 */
public record Identity(
    String namespace,
    String identity,
    String workerInstanceKey,
    Optional<WorkerDeployment> deployment) {

  /** With a fresh key. */
  public static Identity of(
      String namespace, String identity, Optional<WorkerDeployment> deployment) {
    return new Identity(namespace, identity, UUID.randomUUID().toString(), deployment);
  }
}
