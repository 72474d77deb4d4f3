package dev.longhaul.runtime.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static final long SEED = 42;

  private final FakeClock clock = new FakeClock();
  private Alarms alarms = new Alarms(clock::nanoTime, clock::schedule);
  private final List<String> rung = new ArrayList<>();

  @Test
  void alarms_ringAtTheirTimes_inTheirOrder() {
    set(new Bell("b"), 2);
    set(new Bell("c"), 3);
    set(new Bell("a"), 1);
    clock.advance(Duration.ofMillis(2_500));
    assertThat(rung).containsExactly("a", "b");

    clock.advance(Duration.ofSeconds(1));
    assertThat(rung).containsExactly("a", "b", "c");
    assertThat(clock.pendingTasks()).isZero();
  }

  @Test
  void alarmThatIsSetAgain_ringsAtTheNewTimeAlone() {
    Bell bell = new Bell("a");
    set(bell, 1);
    set(bell, 3);
    clock.advance(Duration.ofSeconds(2));
    assertThat(rung).isEmpty();
    set(bell, 1);
    clock.advance(Duration.ofSeconds(5));

    assertThat(rung).containsExactly("a");
  }

  @Test
  void alarmThatIsCancelled_doesNotRing_andLeavesNothing() {
    Bell bell = new Bell("a");
    set(bell, 1);
    alarms.cancel(bell);
    alarms.cancel(bell);
    assertThat(clock.pendingTasks()).isZero();
    clock.advance(Duration.ofSeconds(2));

    assertThat(rung).isEmpty();
    assertThat(alarms.size()).isZero();
  }

  @Test
  void alarmsThatAreMostlyCancelled_shareOneTaskOfTheTimer_andNoneIsLate() {
    alarms = Alarms.mostlyCancelled(clock::nanoTime, clock::schedule);
    for (int i = 0; i < 1_000; i++) {
      Bell bell = new Bell("cancelled");
      set(bell, 10);
      clock.advance(Duration.ofMillis(1));
      assertThat(clock.pendingTasks()).isOne();
      alarms.cancel(bell);
    }
    set(new Bell("a"), 10);
    clock.advance(Duration.ofSeconds(10).minusNanos(1));
    assertThat(rung).isEmpty();
    clock.advance(Duration.ofNanos(1));
    assertThat(rung).containsExactly("a");
    assertThat(clock.pendingTasks()).isZero();
  }

  @Test
  void alarmsInRounds_thatAreCloseToEachOther_ringTogether_andNoneBeforeItsTimeOrLate() {
    alarms = Alarms.inRounds(clock::nanoTime, clock::schedule);
    long between = Alarms.REST.toNanos() / 50;
    Set<Long> rounds = new TreeSet<>();
    for (int i = 1; i <= 1_000; i++) {
      long due = clock.nanoTime() + i * between;
      alarms.set(
          new Bell("a") {
            @Override
            protected void ring() {
              super.ring();
              rounds.add(clock.nanoTime());
              assertThat(clock.nanoTime() - due).isBetween(0L, Alarms.REST.toNanos());
            }
          },
          due);
    }
    clock.advance(Duration.ofNanos(1_000 * between).plus(Alarms.REST));
    assertThat(rung).hasSize(1_000);
    assertThat(rounds).hasSizeBetween(20, 21);
  }

  @Test
  void alarmInRounds_ringsAtItsTime_ifNoneRangShortlyBefore() {
    alarms = Alarms.inRounds(clock::nanoTime, clock::schedule);
    set(new Bell("a"), 1);
    set(new Bell("b"), 2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(rung).containsExactly("a");
    clock.advance(Duration.ofSeconds(1));
    assertThat(rung).containsExactly("a", "b");
  }

  @Test
  void alarmInRounds_thatIsSetForNow_doesNotWaitForTheRest() {
    alarms = Alarms.inRounds(clock::nanoTime, clock::schedule);
    set(new Bell("a"), 0);
    clock.runDue();
    set(new Bell("b"), 0);
    clock.runDue();
    assertThat(rung).containsExactly("a", "b");
  }

  @Test
  void alarmMaySetItselfAgain_whileItRings() {
    set(
        new Bell("a") {
          @Override
          protected void ring() {
            super.ring();
            if (rung.size() < 3) {
              set(this, 1);
            }
          }
        },
        1);
    clock.advance(Duration.ofSeconds(10));

    assertThat(rung).hasSize(3);
  }

  @Test
  void alarmThatThrows_keepsNoOtherFromRinging() {
    set(
        new Bell("bad") {
          @Override
          protected void ring() {
            throw new IllegalStateException("expected by this test");
          }
        },
        1);
    set(new Bell("good"), 1);
    clock.advance(Duration.ofSeconds(1));

    assertThat(rung).containsExactly("good");
  }

  @Test
  void alarmOfThePast_ringsAtOnce() {
    set(new Bell("a"), -5);
    clock.runDue();

    assertThat(rung).containsExactly("a");
  }

  // A callback that still runs while everything ends must not fail for its watch.
  @Test
  void closedTimer_ringsNothing_andFailsNobody() {
    TimerThread timer = new TimerThread("closed");
    Alarms late = new Alarms(System::nanoTime, timer);
    timer.close();
    Bell bell = new Bell("a");
    late.set(bell, System.nanoTime());
    late.set(bell, System.nanoTime() + 1);
    late.cancel(bell);

    assertThat(late.size()).isZero();
    assertThat(rung).isEmpty();
  }

  // Against a list that is sorted anew each time.
  @Test
  void thousandsOfRandomChanges_ringAsAListWould() {
    Random random = new Random(SEED);
    List<Bell> bells = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      bells.add(new Bell(Integer.toString(i)));
    }
    for (int step = 0; step < 20_000; step++) {
      Bell bell = bells.get(random.nextInt(bells.size()));
      if (random.nextInt(4) == 0) {
        alarms.cancel(bell);
        bell.expected = Long.MAX_VALUE;
      } else {
        long delay = random.nextInt(1_000);
        bell.expected = clock.nanoTime() + delay;
        alarms.set(bell, bell.expected);
      }
      if (random.nextInt(100) == 0) {
        long until = clock.nanoTime() + random.nextInt(1_000);
        List<String> due = dueUntil(bells, until);
        rung.clear();
        clock.advance(Duration.ofNanos(until - clock.nanoTime()));
        assertThat(rung)
            .as("seed %s, step %s", SEED, step)
            .containsExactlyInAnyOrderElementsOf(due);
      }
    }
  }

  private static List<String> dueUntil(List<Bell> bells, long until) {
    List<Bell> due =
        bells.stream()
            .filter(bell -> bell.expected <= until)
            .sorted(Comparator.comparingLong(bell -> bell.expected))
            .toList();
    due.forEach(bell -> bell.expected = Long.MAX_VALUE);
    return due.stream().map(bell -> bell.name).toList();
  }

  private void set(Bell bell, int seconds) {
    alarms.set(bell, clock.nanoTime() + Duration.ofSeconds(seconds).toNanos());
  }

  private class Bell extends Alarm {
    private final String name;
    private long expected = Long.MAX_VALUE;

    Bell(String name) {
      this.name = name;
    }

    @Override
    protected void ring() {
      rung.add(name);
    }
  }
}
