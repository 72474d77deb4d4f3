package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityEnd;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.OutcomeKind;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.StopRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Those who are told of what happens. */
class ListenersTest {
  private final Fixture fixture = new Fixture();
  private final Recorder recorder = new Recorder();

  private static class Recorder implements ActivityListener {
    final List<String> events = new ArrayList<>();
    final List<ActivitySnapshot> snapshots = new ArrayList<>();

    private void add(String event, ActivitySnapshot activity) {
      events.add(event);
      snapshots.add(activity);
    }

    @Override
    public void received(ActivitySnapshot activity) {
      add("received", activity);
    }

    @Override
    public void heartbeatSent(ActivitySnapshot activity, Duration lateness) {
      add("sent, late by " + lateness, activity);
    }

    @Override
    public void heartbeatAcknowledged(ActivitySnapshot activity) {
      add("acknowledged", activity);
    }

    @Override
    public void heartbeatFailed(ActivitySnapshot activity, Throwable why) {
      add("failed: " + why.getMessage(), activity);
    }

    @Override
    public void stopRequested(ActivitySnapshot activity, StopRequest request) {
      add("stop " + request.kind(), activity);
    }

    @Override
    public void pauseChanged(ActivitySnapshot activity, PauseEvent event) {
      add(event.name(), activity);
    }

    @Override
    public void outcomeDecided(ActivitySnapshot activity, OutcomeKind outcome) {
      add(outcome.name(), activity);
    }

    @Override
    public void ended(ActivitySnapshot activity, ActivityEnd how) {
      add(how.name(), activity);
    }
  }

  @Test
  void listener_hearsOfAll_inItsOrder() {
    fixture.manager.addListener(recorder);
    Attempt attempt = fixture.start();
    fixture.advance(5);
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    fixture.nextBeatIsAnswered(FakeActivityServer.tryAgain(false));
    fixture.requestCancel();
    attempt.returned(new EncodedOutcome.Completed(null));
    fixture.server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);

    assertThat(recorder.events)
        .containsExactly(
            "received",
            "sent, late by PT0S",
            "acknowledged",
            "sent, late by PT0S",
            "acknowledged",
            "PAUSED",
            "sent, late by PT0S",
            "failed: unavailable",
            "sent, late by PT0S",
            "acknowledged",
            "stop CANCELLED",
            "COMPLETED",
            "REPORTED");
    assertThat(recorder.snapshots)
        .allSatisfy(snapshot -> assertThat(snapshot.id()).contains(Fixture.id()));
  }

  @Test
  void listenerThatThrows_keepsNothingFromHappening_andIsToldOn() {
    fixture.manager.addListener(
        new Recorder() {
          @Override
          public void received(ActivitySnapshot activity) {
            super.received(activity);
            throw new AssertionError("expected by this test");
          }
        });
    fixture.manager.addListener(recorder);
    fixture.start();
    fixture.advance(5);

    assertThat(recorder.events).contains("received", "acknowledged");
  }

  @Test
  void listenerThatIsRemoved_hearsNothingMore() {
    fixture.manager.addListener(recorder);
    fixture.manager.removeListener(recorder);
    fixture.start();

    assertThat(recorder.events).isEmpty();
  }

  // Forbidden: a memory that fills up because somebody does not listen.
  @Test
  void listenerThatDoesNotKeepUp_losesWhatIsTooMuch_andOnlyThat() {
    ArrayDeque<Runnable> callbacks = new ArrayDeque<>();
    Listeners listeners = new Listeners(callbacks::add);
    listeners.add(recorder);
    for (int i = 0; i < Listeners.MOST_WAITING + 5; i++) {
      listeners.tell(listener -> recorder.events.add("event"));
    }
    while (!callbacks.isEmpty()) {
      callbacks.remove().run();
    }
    assertThat(recorder.events).hasSize(Listeners.MOST_WAITING);

    listeners.tell(listener -> recorder.events.add("event"));
    callbacks.remove().run();
    assertThat(recorder.events).hasSize(Listeners.MOST_WAITING + 1);
  }
}
