package dev.longhaul.api.options;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The default identity, {@code pid@host} as the official SDKs have it. */
final class Identities {
  private Identities() {}

  static String ofThisProcess() {
    return ProcessHandle.current().pid() + "@" + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown-host"; // a machine without a name still needs an identity
    }
  }
}
