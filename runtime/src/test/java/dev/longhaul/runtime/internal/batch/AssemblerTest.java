package dev.longhaul.runtime.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.internal.dispatch.BatchPlan;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  private final FakeClock clock = new FakeClock();
  private final List<List<String>> started = new ArrayList<>();
  private final Set<String> unwanted = new HashSet<>();

  @Test
  void fullBatch_startsAtOnce_inTheOrderOfComing() {
    Assembler<String> assembler = assembler(3, 1);
    join(assembler, "a", "b", "c");

    assertThat(started).containsExactly(List.of("a", "b", "c"));
    assertThat(clock.pendingTasks()).isZero();
  }

  @Test
  void partialBatch_startsWhenTheFirstHasWaited_notTheLast() {
    Assembler<String> assembler = assembler(3, 1);
    join(assembler, "a");
    advance(4);
    join(assembler, "b");
    assertThat(started).isEmpty();
    advance(1);

    assertThat(started).containsExactly(List.of("a", "b"));
  }

  // Forbidden: the time of an item that is gone starts a batch, or the next one waits anew.
  @Test
  void firstThatLeaves_leavesTheWaitToTheNext() {
    Assembler<String> assembler = assembler(3, 1);
    join(assembler, "a");
    advance(2);
    join(assembler, "b");
    assertThat(assembler.leave("a")).isTrue();
    advance(4);
    assertThat(started).isEmpty();
    advance(1);

    assertThat(started).containsExactly(List.of("b"));
  }

  @Test
  void lastThatLeaves_leavesNothingBehind() {
    Assembler<String> assembler = assembler(3, 1);
    join(assembler, "a");
    assembler.leave("a");
    advance(60);

    assertThat(started).isEmpty();
    assertThat(clock.pendingTasks()).isZero();
  }

  // The timer of the first batch is due when the last item fills it. Forbidden: a second start of
  // the same items, an empty batch, or one that is cut off the next one.
  @Test
  void timerOfAFullBatch_startsNothing() {
    Assembler<String> assembler = assembler(2, 2);
    join(assembler, "a");
    advance(4);
    join(assembler, "b", "c");
    advance(1);
    assertThat(started).containsExactly(List.of("a", "b"));
    advance(4);

    assertThat(started).containsExactly(List.of("a", "b"), List.of("c"));
  }

  // Forbidden: an item that left is worked on all the same.
  @Test
  void itemInABatch_cannotLeave_andOneThatLeft_isInNone() {
    Assembler<String> assembler = assembler(2, 1);
    join(assembler, "a", "b");
    assertThat(assembler.leave("a")).isFalse();
    join(assembler, "c");
    assertThat(assembler.leave("c")).isTrue();
    assertThat(assembler.leave("c")).isFalse();
    assembler.over();
    advance(60);

    assertThat(started).containsExactly(List.of("a", "b"));
  }

  @Test
  void noMoreBatches_thanPlanned_areStarted_andTheNextWhenOneIsOver() {
    Assembler<String> assembler = assembler(1, 2);
    join(assembler, "a", "b", "c", "d");
    assertThat(started).containsExactly(List.of("a"), List.of("b"));
    assembler.over();
    assertThat(started).hasSize(3);
    assembler.over();

    assertThat(started).hasSize(4).last().isEqualTo(List.of("d"));
  }

  // Forbidden: a batch that waited for its turn waits its time once more.
  @Test
  void timeThatPassedWhileAllPlacesWereTaken_counts() {
    Assembler<String> assembler = assembler(2, 1);
    join(assembler, "a", "b", "c");
    advance(60);
    assertThat(started).hasSize(1);
    assembler.over();

    assertThat(started).last().isEqualTo(List.of("c"));
  }

  @Test
  void unwantedItem_isPassedOver_andMayLeave() {
    Assembler<String> assembler = assembler(2, 1);
    unwanted.add("a");
    join(assembler, "a", "b");

    assertThat(started).containsExactly(List.of("b"));
    assertThat(assembler.size()).isZero();
    assertThat(assembler.leave("a")).isTrue();
  }

  // Forbidden: an empty batch, whose end nobody would tell, so that no other ever starts.
  @Test
  void onlyUnwantedItems_makeNoBatch() {
    Assembler<String> assembler = assembler(2, 1);
    unwanted.addAll(List.of("a", "b"));
    join(assembler, "a", "b");
    assertThat(started).isEmpty();
    join(assembler, "c", "d");

    assertThat(started).containsExactly(List.of("c", "d"));
  }

  // Forbidden: an item that came just before or after the drain waits for company.
  @Test
  void drain_startsWhatWaits_andWhatStillComes() {
    Assembler<String> assembler = assembler(10, 2);
    join(assembler, "a", "b");
    assembler.drain();
    assertThat(started).containsExactly(List.of("a", "b"));
    join(assembler, "c");
    join(assembler, "d");
    assertThat(started).hasSize(2).last().isEqualTo(List.of("c"));
    assembler.over();

    assertThat(started).hasSize(3).last().isEqualTo(List.of("d"));
  }

  // Forbidden: whatever comes or is over, another batch.
  @Test
  void stop_startsNothingAnyMore() {
    Assembler<String> assembler = assembler(2, 1);
    join(assembler, "a", "b", "c");
    assembler.stop();
    assembler.over();
    assembler.drain();
    join(assembler, "d", "e");
    advance(60);

    assertThat(started).containsExactly(List.of("a", "b"));
    assertThat(assembler.leave("c")).isTrue();
    assertThat(clock.pendingTasks()).isZero();
  }

  private Assembler<String> assembler(int maxSize, int parallel) {
    return new Assembler<>(
        new BatchPlan(maxSize, Duration.ofSeconds(5), parallel),
        clock::nanoTime,
        new Alarms(clock::nanoTime, clock::schedule),
        item -> !unwanted.contains(item),
        items -> () -> started.add(items));
  }

  private static void join(Assembler<String> assembler, String... items) {
    List.of(items).forEach(assembler::join);
  }

  private void advance(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }
}
