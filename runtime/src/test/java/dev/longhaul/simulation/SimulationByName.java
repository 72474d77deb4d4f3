package dev.longhaul.simulation;

import dev.longhaul.simulation.Rules.Breach;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Runs a simulation for somebody who does not know its class, since it is another loader's. */
public final class SimulationByName implements BiFunction<Long, Long, @Nullable String> {

  /** The name of the rule that was broken; null if none was. */
  @Override
  public @Nullable String apply(Long seed, Long events) {
    Breach breach = new Simulation(seed).run(events);
    return breach == null ? null : breach.rule().name();
  }
}
