package dev.longhaul.runtime.internal.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import dev.longhaul.testing.FakeTemporalService;
import io.grpc.Channel;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final FakeClock clock = new FakeClock();
  private double random = 0.5;
  private final Retries retries = retries(RetryOptions.defaults());

  @Test
  void waits_areCappedAtFiveSeconds() {
    assertThat(wait(1, Verdict.UNCLEAR)).isEqualTo(Duration.ofMillis(100));
    assertThat(wait(100, Verdict.UNCLEAR)).isEqualTo(Duration.ofSeconds(5));
    assertThat(wait(1, Verdict.BUSY)).isEqualTo(Duration.ofSeconds(1));
    assertThat(wait(100, Verdict.BUSY)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void waits_vary_byAFifth() {
    random = 0;
    assertThat(wait(1, Verdict.NOT_APPLIED)).isEqualTo(Duration.ofMillis(80));
    random = Math.nextDown(1.0);
    assertThat(wait(1, Verdict.NOT_APPLIED))
        .isBetween(Duration.ofMillis(119), Duration.ofMillis(120));
  }

  @Test
  void try_hasTenSeconds_orWhatIsLeftOfTheTotal() {
    long start = clock.nanoTime();
    assertThat(retries.timeForTry(start)).isEqualTo(Duration.ofSeconds(10));

    clock.advance(Duration.ofSeconds(50));
    assertThat(retries.timeForTry(start)).isEqualTo(Duration.ofSeconds(10));

    clock.advance(Duration.ofSeconds(1));
    assertThat(retries.timeForTry(start)).isEqualTo(Duration.ofSeconds(9));
    assertThat(retries.isTimeLeftAfter(Duration.ofSeconds(9).toNanos() - 1, start)).isTrue();
    assertThat(retries.isTimeLeftAfter(Duration.ofSeconds(9).toNanos(), start)).isFalse();
  }

  @Test
  void firstTry_hasSomeTime_howeverShortTheTotal() {
    assertThat(retries.within(Duration.ofNanos(1)).timeForTry(clock.nanoTime() - 17))
        .isEqualTo(Duration.ofNanos(1));
  }

  @Test
  void within_changesTheTotalAlone() {
    Retries longer = retries.within(Duration.ofMinutes(10));

    assertThat(longer.isTimeLeftAfter(Duration.ofMinutes(9).toNanos(), clock.nanoTime())).isTrue();
    assertThat(longer.timeForTry(clock.nanoTime())).isEqualTo(Duration.ofSeconds(10));
  }

  private Duration wait(int failures, Verdict last) {
    return Duration.ofNanos(retries.waitNanos(failures, last));
  }

  private Retries retries(RetryOptions options) {
    Channel unused = InProcessChannelBuilder.forName("nowhere").build();
    Alarms timeouts = Alarms.mostlyCancelled(clock::nanoTime, clock::schedule);
    Requests requests =
        new Requests(
            Identity.of(FakeTemporalService.NAMESPACE, "tester", Optional.empty()),
            ConnectionOptions.DEFAULT_MAX_REQUEST_BYTES);
    return new Retries(
        new Tries(new Calls(unused, timeouts), requests),
        new Pauses(),
        clock::nanoTime,
        clock::schedule,
        () -> random,
        () -> {},
        options);
  }
}
