package dev.longhaul.benchmarks.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatenessRecorderTest {
  private static final Percentage TWO_DIGITS = Percentage.withPercentage(1);

  private final AtomicLong now = new AtomicLong(-7);
  private final LatenessRecorder recorder = new LatenessRecorder(now::get);

  @Test
  void quantiles_areThoseOfAllHeartbeats() {
    for (int millis = 1; millis <= 1000; millis++) {
      recorder.record(TimeUnit.MILLISECONDS.toNanos(millis));
    }
    Quantiles all = recorder.recorded().all();
    assertThat(all.count()).isEqualTo(1000);
    assertThat(all.p50()).isCloseTo(TimeUnit.MILLISECONDS.toNanos(500), TWO_DIGITS);
    assertThat(all.p99()).isCloseTo(TimeUnit.MILLISECONDS.toNanos(990), TWO_DIGITS);
    assertThat(all.max()).isCloseTo(TimeUnit.SECONDS.toNanos(1), TWO_DIGITS);
  }

  @Test
  void eachSecond_hasItsOwnHeartbeats_andThoseWithoutAnyAreCountedToo() {
    recorder.record(10);
    passes(999);
    recorder.record(20);
    passes(1);
    recorder.record(30);
    passes(2000);
    recorder.record(40);
    List<Quantiles> seconds = recorder.recorded().seconds();
    assertThat(seconds).extracting(Quantiles::count).containsExactly(2L, 1L, 0L);
    assertThat(seconds).extracting(Quantiles::max).containsExactly(20L, 30L, 0L);
    assertThat(recorder.recorded().all().count()).isEqualTo(4);
  }

  @Test
  void secondThatHasOnlyBegun_isLeftOut() {
    passes(999);
    recorder.record(10);
    assertThat(recorder.recorded().seconds()).isEmpty();
  }

  @Test
  void restart_forgetsWhatWasBefore() {
    recorder.record(10);
    passes(1500);
    recorder.record(20);
    recorder.restart();
    assertThat(recorder.recorded().all().count()).isZero();
    recorder.record(30);
    passes(1000);
    assertThat(recorder.recorded().all().count()).isOne();
    assertThat(recorder.recorded().seconds()).extracting(Quantiles::max).containsExactly(30L);
  }

  private void passes(long millis) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
