package dev.longhaul.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.benchmarks.soak.proxy.Fault;
import dev.longhaul.benchmarks.soak.server.Irregularity;
import dev.longhaul.benchmarks.soak.server.Irregularity.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final int ACTIVITY = 3;

  /** From 10 s to 14 s; the worker is back at 15 s. */
  private static final List<Outage> OUTAGE =
      List.of(
          new Outage(
              new Fault(
                  Fault.Kind.CUT, Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ZERO),
              10_000,
              14_000,
              15_000));

  private final Witness witness = new Witness(10);
  private final Verdict verdict = new Verdict(witness);

  @Test
  void taskThatWasHandedOutInAFault_mayGetLost() {
    verdict.judge(happened(Kind.UNREPORTED, 12_000, 12_000, 30_000), OUTAGE);
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.lostTasks()).isEqualTo(1);
  }

  @Test
  void taskThatWasHandedOutBetweenFaults_mustNotGetLost() {
    verdict.judge(happened(Kind.SILENT, 20_000, 20_000, 28_000), OUTAGE);
    verdict.judge(happened(Kind.UNREPORTED, 5_000, 5_000, 30_000), OUTAGE);
    assertThat(verdict.violations()).hasSize(2).allMatch(text -> text.contains("task lost"));
  }

  @Test
  void attemptThatAFaultKeptFromHeartbeating_mayTimeOut() {
    witness.started(ACTIVITY, 1);
    verdict.judge(happened(Kind.SILENT, 2_000, 9_000, 17_000), OUTAGE);
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.silenced()).isEqualTo(1);
  }

  @Test
  void attemptThatStopsHeartbeatingWithoutAFault_isAViolation() {
    witness.started(ACTIVITY, 1);
    verdict.judge(happened(Kind.SILENT, 17_000, 20_000, 28_000), OUTAGE);
    verdict.judge(happened(Kind.SILENT, 1_000, 1_500, 9_500), OUTAGE);
    assertThat(verdict.violations()).hasSize(2).allMatch(text -> text.contains("heartbeats stop"));
  }

  @Test
  void outcomeThatIsNotReportedInTime_isAViolation_whateverTheFault() {
    witness.started(ACTIVITY, 1);
    verdict.judge(happened(Kind.UNREPORTED, 9_000, 9_000, 32_000), OUTAGE);
    assertThat(verdict.violations()).singleElement().asString().contains("not reported in time");
  }

  @Test
  void outcomeThatTheWorkerTakesForAccepted_mustNotBeLost_whateverTheFault() {
    witness.started(ACTIVITY, 1);
    witness.acknowledged(ACTIVITY, 1);
    verdict.judge(happened(Kind.SILENT, 2_000, 9_000, 17_000), OUTAGE);
    assertThat(verdict.violations()).singleElement().asString().contains("outcome lost");
  }

  @Test
  void outcomeThatIsToldAgain_needsAFaultBetweenTheTwo() {
    verdict.judge(happened(Kind.REPEATED, 9_000, 9_500, 14_500), OUTAGE);
    assertThat(verdict.passed()).isTrue();
    assertThat(verdict.repeated()).isEqualTo(1);

    verdict.judge(happened(Kind.REPEATED, 16_000, 17_000, 18_000), OUTAGE);
    assertThat(verdict.violations()).singleElement().asString().contains("told twice");
  }

  @Test
  void refusedOrWrongOutcome_isAViolation_whateverTheFault() {
    verdict.judge(happened(Kind.REFUSED, 11_000, 11_000, 12_000), OUTAGE);
    verdict.judge(happened(Kind.WRONG, 11_000, 11_000, 12_000), OUTAGE);
    assertThat(verdict.violations()).hasSize(2);
  }

  @Test
  void manyViolations_areCounted_andTheFirstOnesKept() {
    for (int i = 0; i < 25; i++) {
      verdict.violate("violation " + i);
    }
    assertThat(verdict.violations()).hasSize(21).endsWith("and 5 more");
  }

  @Test
  void heapThatGrowsALittleWithEachAttempt_isAViolation() {
    long attempts = 100_000;
    verdict.compare(footprint(0, 5), footprint(15 * attempts, 5), attempts);
    assertThat(verdict.passed()).isTrue();
    verdict.compare(footprint(0, 5), footprint(32 * attempts, 5), attempts);
    assertThat(verdict.violations()).singleElement().asString().startsWith("heap grew");
  }

  @Test
  void threadsThatBecomeMore_areAViolation() {
    verdict.compare(footprint(0, 5), footprint(0, 5 + Verdict.SPARE_THREADS), 1);
    assertThat(verdict.passed()).isTrue();
    verdict.compare(footprint(0, 5), footprint(0, 6 + Verdict.SPARE_THREADS), 1);
    assertThat(verdict.violations()).singleElement().asString().startsWith("threads grew");
  }

  private static Irregularity happened(Kind kind, long started, long since, long at) {
    return new Irregularity(kind, ACTIVITY, 1, started, since, at, "this happened");
  }

  private static Footprint footprint(long heap, long threads) {
    return new Footprint(heap, Map.of("thread", threads));
  }
}
