package dev.longhaul.samples.quickstart.story;

import java.util.Optional;

/**
 * An attempt that goes on with the outside job of the attempt before, instead of starting over.
 *
 * @param from the last heartbeat of the attempt before
 * @param to the first one of the attempt that goes on
 */
public record Resumption(HeartbeatRecord from, HeartbeatRecord to, String job) {

  /** Whether the later of two successive heartbeats shows one. */
  static Optional<Resumption> between(HeartbeatRecord from, HeartbeatRecord to) {
    return from.attempt() < to.attempt() && from.progress().job().equals(to.progress().job())
        ? to.progress().job().map(job -> new Resumption(from, to, job))
        : Optional.empty();
  }
}
