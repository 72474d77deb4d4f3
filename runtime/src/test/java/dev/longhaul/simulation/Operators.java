package dev.longhaul.simulation;

import dev.longhaul.simulation.Execution.Phase;

/** What workflows and operators do to activities, at random times. */
final class Operators {
  private final World world;
  private final Server server;

  Operators(World world, Server server) {
    this.world = world;
    this.server = server;
  }

  /** Draws what will happen to a new activity. */
  void watch(Execution activity) {
    perhaps(0.25, () -> requestCancel(activity));
    perhaps(0.12, () -> pause(activity));
    perhaps(0.08, () -> reset(activity));
    perhaps(0.03, () -> server.close(activity.run));
    perhaps(
        activity.kind.form() == Kind.Form.EXTERNAL ? 0.15 : 0.03,
        () -> server.completeElsewhere(activity));
    // Whatever is left after a while ends with its workflow, so that the simulation goes on.
    world.after(world.between(900, 1_200), () -> server.close(activity.run));
  }

  private void perhaps(double probability, Runnable action) {
    if (world.chance(probability)) {
      world.after(world.between(0, 90), action);
    }
  }

  private void requestCancel(Execution activity) {
    if (!activity.isOpen()) {
      return;
    }
    if (activity.phase == Phase.STARTED) {
      server.trace(activity, "cancellation requested");
      activity.cancelRequested = true;
    } else {
      server.close(activity);
    }
  }

  private void pause(Execution activity) {
    if (!activity.isOpen()) {
      return;
    }
    server.trace(activity, "paused");
    activity.paused = true;
    if (activity.current != null) {
      activity.current.everPaused = true;
    }
    world.after(world.between(1, 60), () -> unpause(activity));
  }

  private void unpause(Execution activity) {
    server.trace(activity, "unpaused");
    activity.paused = false;
    server.goOn(activity);
    if (activity.current != null) {
      server.timeouts().look(activity.current);
    }
  }

  // A running attempt that is not the first one loses its token.
  private void reset(Execution activity) {
    if (!activity.isOpen()) {
      return;
    }
    Start current = activity.current;
    if (activity.phase == Phase.STARTED && current != null) {
      current.everReset = true;
      if (activity.attempt > 1) {
        current.tokenIsGood = false;
      }
      server.trace(activity, "reset");
      activity.reset = true;
    }
    activity.attempt = 1;
  }
}
