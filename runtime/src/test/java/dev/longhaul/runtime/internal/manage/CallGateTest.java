package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.testing.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which calls go, and which wait. */
class CallGateTest {
  private static final int MOST = 512;

  private final FakeClock clock = new FakeClock();
  private final CallGate gate =
      new CallGate(
          new Services(
              new FakeActivityServer(),
              new FakeEncoder(),
              clock::nanoTime,
              clock::schedule,
              Runnable::run,
              () -> 0.5));
  private final List<String> gone = new ArrayList<>();
  private final List<Ticket> tickets = new ArrayList<>();

  @Test
  void heartbeats_leaveAQuarterToOutcomes() {
    for (int i = 0; i < MOST; i++) {
      heartbeat("beat", 1);
    }
    assertThat(gone).hasSize(MOST - MOST / 4);

    for (int i = 0; i < MOST; i++) {
      outcome("outcome", 1_000);
    }
    assertThat(gone).hasSize(MOST).contains("outcome");
  }

  @Test
  void outcomes_mayHaveAll_butNoMoreThanAllGoAtOnce() {
    for (int i = 0; i < 2 * MOST; i++) {
      outcome("outcome", 1);
    }
    assertThat(gone).hasSize(MOST);
    assertThat(gate.inFlight()).isEqualTo(MOST);

    gate.leave(tickets.get(0), Limit.NONE);
    assertThat(gone).hasSize(MOST + 1);
  }

  @Test
  void mostUrgent_goesFirst_ofEquals_theOneThatCameFirst() {
    fill();
    heartbeat("later", 9);
    heartbeat("first", 5);
    heartbeat("second", 5);
    outcome("outcome", 7);
    gone.clear();
    leaveAll();

    assertThat(gone).containsExactly("first", "second", "outcome", "later");
  }

  @Test
  void callThatIsOver_givesItsPlaceBackOnce() {
    Ticket ticket = heartbeat("beat", 1);
    gate.leave(ticket, Limit.NONE);
    gate.leave(ticket, Limit.NONE);

    assertThat(gate.inFlight()).isZero();
  }

  // Forbidden: a burst of everything that waited, as soon as the pause is over.
  @Test
  void limitOfTheServer_pausesAllCalls_andHalvesThem() {
    fill();
    outcome("waits", 1);
    gone.clear();
    leaveAll(Limit.ALL);
    assertThat(gone).isEmpty();
    assertThat(gate.pauseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    for (int i = 0; i < MOST; i++) {
      outcome("after", 2);
    }
    assertThat(gone).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertThat(gone).hasSize(MOST / 2);
    assertThat(gone.get(0)).isEqualTo("waits");
  }

  @Test
  void limitsInARow_makeLongerPauses_andOneSuccessEndsTheRow() {
    gate.leave(heartbeat("a", 1), Limit.ALL);
    clock.advance(Duration.ofSeconds(1));
    gate.leave(heartbeat("b", 1), Limit.ALL);
    assertThat(gate.pauseNanos()).isEqualTo(Duration.ofMillis(1700).toNanos());

    clock.advance(Duration.ofSeconds(2));
    gate.leave(heartbeat("c", 1), Limit.NONE);
    gate.leave(heartbeat("d", 1), Limit.ALL);
    assertThat(gate.pauseNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void roundsThatGoWell_letMoreCallsGo() {
    gate.leave(heartbeat("a", 1), Limit.ALL);
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < MOST / 2; i++) {
      gate.leave(outcome("b", 1), Limit.NONE);
    }
    gone.clear();
    for (int i = 0; i < MOST; i++) {
      outcome("c", 1);
    }

    assertThat(gone).hasSize(MOST / 2 + 1);
  }

  @Test
  void limitThatAPollMet_holdsForCalls() {
    gate.hitLimit();
    heartbeat("beat", 1);
    assertThat(gone).isEmpty();

    clock.advance(Duration.ofSeconds(1));
    assertThat(gone).containsExactly("beat");
  }

  @Test
  void busyRun_holdsItsOwnCalls_andNoOthers() {
    Ticket busy = heartbeat("busy 1", 1, "run");
    gate.leave(busy, Limit.RUN);
    heartbeat("busy 2", 2, "run");
    heartbeat("busy 3", 1, "run");
    heartbeat("other", 3, "other run");
    outcome("unknown", 3);
    assertThat(gone).containsExactly("busy 1", "other", "unknown");

    clock.advance(Duration.ofSeconds(1));
    assertThat(gone).endsWith("busy 3").doesNotContain("busy 2");
    gate.leave(tickets.get(2), Limit.NONE);
    assertThat(gone).endsWith("busy 2");
  }

  @Test
  void runThatIsStillBusy_waitsLonger() {
    gate.leave(heartbeat("busy 1", 1, "run"), Limit.RUN);
    Ticket second = heartbeat("busy 2", 1, "run");
    heartbeat("busy 3", 2, "run");
    clock.advance(Duration.ofSeconds(1));
    gate.leave(second, Limit.RUN);
    clock.advance(Duration.ofMillis(1_600));
    assertThat(gone).doesNotContain("busy 3");

    clock.advance(Duration.ofMillis(200));
    assertThat(gone).endsWith("busy 3");
  }

  @Test
  void runThatNobodyWaitsFor_isForgotten() {
    gate.leave(heartbeat("busy", 1, "run"), Limit.RUN);
    clock.advance(Duration.ofSeconds(1));
    heartbeat("next", 1, "run");

    assertThat(gone).endsWith("next");
    assertThat(clock.pendingTasks()).isZero();
  }

  @Test
  void callThatFailsToStart_doesNotKeepItsPlace() {
    enter(
        new Ticket(
            false,
            clock.nanoTime(),
            null,
            ticket -> {
              throw new IllegalStateException("expected by this test");
            }));

    assertThat(gate.inFlight()).isZero();
  }

  // A server that answers at once must not make the stack as deep as the queue is long.
  @Test
  void callsThatAreAnsweredAtOnce_doNotRecurse() {
    fill();
    for (int i = 0; i < 100_000; i++) {
      enter(new Ticket(true, clock.nanoTime(), null, ticket -> gate.leave(ticket, Limit.NONE)));
    }
    leaveAll();

    assertThat(gate.inFlight()).isZero();
  }

  private void fill() {
    for (int i = 0; i < MOST; i++) {
      outcome("fills", 1);
    }
  }

  private void leaveAll() {
    leaveAll(Limit.NONE);
  }

  private void leaveAll(Limit met) {
    List.copyOf(tickets).forEach(ticket -> gate.leave(ticket, met));
  }

  private Ticket outcome(String name, int deadline) {
    return enter(ticket(true, name, deadline, null));
  }

  private Ticket heartbeat(String name, int deadline) {
    return enter(ticket(false, name, deadline, null));
  }

  private Ticket heartbeat(String name, int deadline, String run) {
    return enter(
        ticket(false, name, deadline, FullActivityId.of("default", "workflow", run, name)));
  }

  private Ticket ticket(boolean outcome, String name, int deadline, @Nullable FullActivityId id) {
    long deadlineNanos = clock.nanoTime() + Duration.ofSeconds(deadline).toNanos();
    return new Ticket(outcome, deadlineNanos, id, ticket -> gone.add(name));
  }

  private Ticket enter(Ticket ticket) {
    tickets.add(ticket);
    gate.enter(ticket);
    return ticket;
  }
}
