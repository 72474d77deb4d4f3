package dev.longhaul.simulation;

/** The server's timeouts of attempts; while an activity is paused, none of them counts. */
final class Timeouts {
  private final World world;
  private final Server server;

  Timeouts(World world, Server server) {
    this.world = world;
    this.server = server;
  }

  void watch(Start start) {
    world.after(start.activity.startToClose, () -> look(start));
    if (!start.activity.heartbeatTimeout.isZero()) {
      lookLater(start);
    }
  }

  private void lookLater(Start start) {
    long due = start.beatAt + start.activity.heartbeatTimeout.toNanos();
    world.after(
        Math.max(0, due - world.now()),
        () -> {
          look(start);
          if (start.isCurrent() && !start.activity.paused) {
            lookLater(start);
          }
        });
  }

  /** Ends the attempt if its time is over. */
  void look(Start start) {
    if (!start.isCurrent() || start.activity.paused) {
      return;
    }
    Execution activity = start.activity;
    boolean silent =
        !activity.heartbeatTimeout.isZero()
            && world.now() - start.beatAt >= activity.heartbeatTimeout.toNanos();
    if (silent || world.now() - start.startedAt >= activity.startToClose.toNanos()) {
      start.entries.forEach(entry -> entry.process.book().verdict().timedOut(entry, silent));
      server.trace(activity, "attempt " + start.attempt + (silent ? " is silent" : " times out"));
      start.over = true;
      server.retry(activity);
    }
  }
}
