package dev.longhaul.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DealTest {
  private static final long NO_TIME = 0;

  private final Deal deal = new Deal(2);
  private final List<Integer> dealt = new ArrayList<>();

  @Test
  void polls_waitUntilItBegins_andGetDistinctTasks() {
    poll(2);
    assertThat(dealt).isEmpty();
    deal.begin();
    assertThat(dealt).containsExactly(0, 1);
  }

  @Test
  void poll_waitsWhileTooManyTasksAreOpen_forTheNextOutcome() {
    deal.begin();
    poll(3);
    assertThat(dealt).containsExactly(0, 1);
    deal.complete(1);
    assertThat(dealt).containsExactly(0, 1, 2);
    assertThat(deal.dealt()).isEqualTo(new Dealt(3, 3, 1, 0, 0));
  }

  @Test
  void poll_thatIsGivenUp_getsNoTask() {
    Deal.Poll givenUp = dealt::add;
    deal.poll(givenUp);
    deal.giveUp(givenUp);
    deal.begin();
    assertThat(dealt).isEmpty();
    assertThat(deal.dealt().tasks()).isZero();
  }

  @Test
  void secondOutcome_andThoseOfTasksThatWereNotDealt_areUnexpected() {
    deal.begin();
    poll(2);
    deal.complete(0);
    deal.complete(0);
    deal.fail(0);
    deal.fail(7);
    deal.complete(WatchedTokens.NONE);
    deal.fail(1);
    assertThat(deal.dealt()).isEqualTo(new Dealt(2, 2, 1, 1, 4));
    assertThat(deal.dealt().open()).isZero();
  }

  @Test
  void settling_endsTheDealing_andTellsWhatIsStillOpen() throws InterruptedException {
    deal.begin();
    poll(1);
    assertThat(deal.settle(NO_TIME).open()).isEqualTo(1);
    poll(1);
    assertThat(dealt).hasSize(1);
    deal.complete(0);
    assertThat(deal.settle(NO_TIME).open()).isZero();
  }

  @Test
  void waitingForPolls_endsWithThem() throws InterruptedException {
    assertThat(deal.awaitPolls(1, NO_TIME).polls()).isZero();
    poll(1);
    assertThat(deal.awaitPolls(1, Long.MAX_VALUE / 2_000_000).polls()).isEqualTo(1);
  }

  @Test
  void dealt_survivesItsTextForm() {
    Dealt sample = new Dealt(1, 2, 3, 4, 5);
    assertThat(Dealt.parse(sample.toText())).isEqualTo(sample);
  }

  private void poll(int count) {
    for (int i = 0; i < count; i++) {
      deal.poll(dealt::add);
    }
  }
}
