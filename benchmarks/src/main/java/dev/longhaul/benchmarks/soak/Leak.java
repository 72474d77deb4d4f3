package dev.longhaul.benchmarks.soak;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps memory that nobody uses, to see a soak notice it. Thread-safe. */
final class Leak {
  private final Queue<byte[]> kept = new ConcurrentLinkedQueue<>();

  void keep(int bytes) {
    if (bytes > 0) {
      kept.add(new byte[bytes]);
    }
  }
}
