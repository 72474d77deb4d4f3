package dev.longhaul.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.simulation.Rules.Breach;
import org.junit.jupiter.api.Test;

/**
 * The same course of events in each build, so that one that failed fails again, or that of another
 * seed: {@code -Dlonghaul-test.simulation.seed=…}. As many events as {@code
 * -Dlonghaul-test.simulation.events=…} says.
 */
class SimulationTest {
  private static final String SEED = "longhaul-test.simulation.seed";
  private static final String EVENTS = "longhaul-test.simulation.events";
  private static final long SHORT = 60_000;

  @Test
  void thousandsOfActivities_throughFaultsAndShutdowns_breakNoRule() {
    long seed = Long.getLong(SEED, 1);
    long events = Long.getLong(EVENTS, 1_000_000);
    System.out.println("simulation with seed " + seed);
    Simulation simulation = new Simulation(seed);
    Breach breach = simulation.run(events);
    System.out.println(simulation);

    assertThat(breach).as(() -> story(seed, events, breach)).isNull();
    assertThat(simulation.events()).isGreaterThanOrEqualTo(events);
  }

  // Or else no seed would replay anything.
  @Test
  void sameSeed_takesTheSameCourse_andAnotherOneDoesNot() {
    assertThat(course(1)).isEqualTo(course(1)).isNotEqualTo(course(2));
  }

  private static String course(long seed) {
    Simulation simulation = new Simulation(seed);
    simulation.run(SHORT);
    return simulation.toString();
  }

  private static String story(long seed, long events, Breach breach) {
    Simulation again = new Simulation(seed, breach.activity());
    again.run(events);
    return String.format(
        "%s%n%s%n%s%nThe same again: mvn -pl runtime -am test -Dtest=SimulationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=%d -D%s=%d%n",
        breach.rule(),
        breach.what(),
        String.join(System.lineSeparator(), again.trace()),
        SEED,
        seed,
        EVENTS,
        events);
  }
}
