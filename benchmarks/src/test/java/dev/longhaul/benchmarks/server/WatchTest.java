package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final long TIMEOUT = 100;

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 50); // it overflows on the way
  private final Watch watch = new Watch(3, now::get);

  @Test
  void longestTime_isTheLongestBetweenAnyTwoSigns_theReceiptIncluded() {
    watch.receive(1);
    passes(70);
    watch.heartbeat(0);
    passes(40);
    watch.heartbeat(0);
    assertThat(watch.seen(TIMEOUT)).isEqualTo(new Watched(2, 0, 0, 0, 70));
  }

  @Test
  void activity_thatIsSilentForLongerThanItsTimeout_timedOut_evenIfItBeatsAgain() {
    watch.receive(2);
    passes(TIMEOUT);
    watch.heartbeat(0);
    passes(1);
    watch.heartbeat(1);
    assertThat(watch.seen(TIMEOUT)).isEqualTo(new Watched(2, 0, 0, 1, TIMEOUT + 1));
  }

  @Test
  void activity_thatGivesNoSignAnyMore_timedOut() {
    watch.receive(1);
    watch.heartbeat(0);
    passes(TIMEOUT + 1);
    assertThat(watch.seen(TIMEOUT).timedOut()).isEqualTo(1);
  }

  @Test
  void completion_isASignToo_andEndsTheWatch() {
    watch.receive(1);
    passes(60);
    watch.complete(0);
    passes(10 * TIMEOUT);
    assertThat(watch.seen(TIMEOUT)).isEqualTo(new Watched(0, 1, 0, 0, 60));
  }

  @Test
  void eachBatch_isWatchedFromItsOwnReceiptOn() {
    watch.receive(1);
    passes(TIMEOUT - 1);
    watch.heartbeat(0);
    watch.receive(2);
    passes(5);
    watch.heartbeat(2);
    assertThat(watch.seen(TIMEOUT)).isEqualTo(new Watched(2, 0, 0, 0, TIMEOUT - 1));
  }

  @Test
  void callsOnActivitiesThatAreNotOpen_areUnexpected() {
    watch.receive(1);
    watch.complete(0);
    watch.complete(0);
    watch.heartbeat(0);
    watch.heartbeat(1);
    watch.heartbeat(WatchedTokens.NONE);
    assertThat(watch.seen(TIMEOUT)).isEqualTo(new Watched(0, 1, 4, 0, 0));
  }

  @Test
  void watched_survivesItsTextForm() {
    Watched watched = new Watched(1, 2, 3, 4, 5);
    assertThat(Watched.parse(watched.toText())).isEqualTo(watched);
  }

  private void passes(long nanos) {
    now.addAndGet(nanos);
  }
}
