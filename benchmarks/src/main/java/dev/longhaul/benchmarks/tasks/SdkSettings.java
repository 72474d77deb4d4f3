package dev.longhaul.benchmarks.tasks;

/**
 * Settings of the Java SDK's worker. Immutable.
 *
 * @param pollers threads that poll
 * @param slots activities that run at once, each on a thread
 * @param onNetwork whether answers are handled where they arrive, instead of on gRPC's executor
 * @param virtualThreads whether activities run and polls wait on virtual threads; with Java 21
 */
record SdkSettings(int pollers, int slots, boolean onNetwork, boolean virtualThreads) {

  /** As in a table. */
  String title() {
    return "Java SDK, %d pollers, %d slots%s%s"
        .formatted(
            pollers,
            slots,
            onNetwork ? ", on network" : "",
            virtualThreads ? ", virtual threads" : "");
  }
}
