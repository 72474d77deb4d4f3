package dev.longhaul.simulation;

import dev.longhaul.simulation.Rules.Breach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Processes that look after thousands of activities, with a network that loses calls, a server that
 * is slow or busy, workflows and operators that change their minds, and ends of processes at any
 * moment. What happens follows from the seed alone.
 */
final class Simulation {
  private static final int PROCESSES = 3;
  private static final long LEAST_ACTIVITIES = 100;
  private static final long MOST_ACTIVITIES = 500;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration CALM_END = Duration.ofMinutes(25);

  private final World world;
  private final Rules rules;
  private final Server server;
  private final List<Kind> kinds = Kind.all();
  private final List<WorkerProcess> running = new ArrayList<>();
  private int processes;
  private int alive;
  private boolean windingUp;

  Simulation(long seed) {
    this(seed, null);
  }

  /**
   * @param traced the activity of which everything is written down
   */
  Simulation(long seed, @Nullable String traced) {
    this.world = new World(seed, traced);
    this.rules = new Rules();
    this.server = new Server(world, rules);
  }

  /**
   * Runs until so many events have happened, then lets everything come to its end.
   *
   * @return the first breach of a rule, if there was any
   */
  @Nullable Breach run(long events) {
    long atOnce = Math.min(MOST_ACTIVITIES, Math.max(LEAST_ACTIVITIES, events / 1_000));
    try (ErrorLog log = new ErrorLog(rules)) {
      log.open();
      for (int i = 0; i < PROCESSES; i++) {
        startProcess();
      }
      while (world.events() < events && rules.breach() == null) {
        fill(atOnce);
        world.advance(STEP);
      }
      windUp();
    }
    return rules.breach();
  }

  private void fill(long atOnce) {
    long missing = Math.min(20, atOnce - server.open());
    for (int i = 0; i < missing; i++) {
      server.schedule(world.oneOf(kinds));
    }
  }

  private void startProcess() {
    WorkerProcess process = new WorkerProcess(world, rules, server, processes++, this::ended);
    running.add(process);
    alive++;
    process.start();
    world.after(world.between(40, 300), () -> replace(process));
  }

  // As in a rolling upgrade: the next one starts before this one has ended.
  private void replace(WorkerProcess process) {
    if (!windingUp) {
      running.remove(process);
      startProcess();
      if (world.chance(0.15)) {
        process.kill();
      } else {
        process.close();
      }
    }
  }

  // Work outside of a process outlives it, and somebody else may look after it.
  private void ended(WorkerProcess process) {
    alive--;
    for (Start start : process.book().left()) {
      if (!running.isEmpty() && world.chance(0.5)) {
        world.oneOf(running).intake().handOver(start);
      }
    }
  }

  /** How many things have happened. */
  long events() {
    return world.events();
  }

  /** What happened to the traced activity. */
  List<String> trace() {
    return world.trace();
  }

  private void windUp() {
    windingUp = true;
    running.forEach(WorkerProcess::calmDown);
    long end = world.now() + CALM_END.toNanos();
    while (world.now() < end && rules.breach() == null) {
      world.advance(STEP);
    }
    List.copyOf(running).forEach(WorkerProcess::close);
    while (alive > 0 && rules.breach() == null) {
      world.advance(STEP);
    }
  }

  @Override
  public String toString() {
    return world.events()
        + " events, "
        + server.scheduled()
        + " activities, "
        + processes
        + " processes, fingerprint "
        + Long.toHexString(world.fingerprint());
  }
}
