package dev.longhaul.benchmarks.calls;

import java.util.List;

/** The clients that are compared, by their titles. */
final class Peers {
  static final String LONGHAUL = "Longhaul";
  static final String LONGHAUL_ON_NETWORK = "Longhaul, on network";
  static final String SDK = "Java SDK";
  static final String STUBS = "stubs";
  static final String DIRECT_STUBS = "stubs, direct";

  private Peers() {}

  /** All of them, connected; whoever calls closes them. */
  static List<Peer> connect(String target) {
    return List.of(
        LonghaulPeer.withDefaults(LONGHAUL, target),
        LonghaulPeer.completingOnNetworkThreads(LONGHAUL_ON_NETWORK, target),
        SdkPeer.connect(SDK, target),
        StubsPeer.onDefaultExecutor(STUBS, target),
        StubsPeer.onDirectExecutor(DIRECT_STUBS, target));
  }
}
