package dev.longhaul.runtime.internal.connect;

import java.util.UUID;

/**
 * Who speaks to the server.
 *
 * @param namespace the one namespace of this connection
 * @param identity shown to operators
 * @param workerInstanceKey unique for each runtime
 */
public record Identity(String namespace, String identity, String workerInstanceKey) {

  /** With a fresh key. */
  public static Identity of(String namespace, String identity) {
    return new Identity(namespace, identity, UUID.randomUUID().toString());
  }
}
