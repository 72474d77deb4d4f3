package dev.longhaul.benchmarks.soak.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
  private static final Duration CALM = Duration.ofSeconds(12);
  private static final Duration TIME = Duration.ofMinutes(30);

  private final FaultSchedule schedule = new FaultSchedule(CALM);

  @Test
  void sameSeed_hasTheSameFaults_andAnotherOneOthers() {
    assertThat(schedule.faults(1, TIME)).isEqualTo(schedule.faults(1, TIME)).isNotEmpty();
    assertThat(schedule.faults(2, TIME)).isNotEqualTo(schedule.faults(1, TIME));
  }

  @Test
  void faults_haveCalmBeforeAndAfterThem_withinTheTime() {
    Duration end = Duration.ZERO;
    for (Fault fault : schedule.faults(3, TIME)) {
      assertThat(fault.start().minus(end)).isGreaterThanOrEqualTo(CALM);
      end = fault.end();
    }
    assertThat(TIME.minus(end)).isGreaterThanOrEqualTo(CALM);
  }

  @Test
  void eachKind_isAmongTheFirstThree_andDelaysAloneDelay() {
    List<Fault> faults = schedule.faults(4, TIME);
    assertThat(faults.subList(0, 3))
        .extracting(Fault::kind)
        .containsExactlyInAnyOrder(Fault.Kind.values());
    assertThat(faults)
        .allMatch(fault -> fault.delay().isZero() == (fault.kind() != Fault.Kind.DELAY));
  }

  @Test
  void shortTime_hasNoFault() {
    assertThat(schedule.faults(5, CALM)).isEmpty();
  }
}
