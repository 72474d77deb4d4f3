package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.OutcomeKind;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.ShutdownAction;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Activities that are handed to a manager, without any handler. */
class HandOffsTest {
  private static final ProcessingOptions OPTIONS =
      ProcessingOptions.heartbeating(HeartbeatInterval.every(Fixture.INTERVAL));

  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;
  private final List<Object> told = new ArrayList<>();

  @Test
  void detailsThatWereHandedOver_areNotErased() {
    fixture.manager.startProcessing(
        HandOff.withDetails(
            Fixture.token(1), List.of(Payload.of("json/plain", Bytes.utf8("handed over")))),
        OPTIONS);
    fixture.advance(5);

    assertThat(server.lastBeat().details()).isEqualTo("handed over");
  }

  // Forbidden: progress that is lost because nobody said that it may be.
  @Test
  void bareReference_isTakenOnlyIfItsDetailsMayBeErased() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.manager.startProcessing(Fixture.token(1), OPTIONS))
        .withMessageContaining("eraseDetails");

    fixture.manager.startProcessing(Fixture.token(1), OPTIONS.eraseDetails());
    fixture.advance(5);
    assertThat(server.beats).hasSize(1);
  }

  @Test
  void autoInterval_needsTheHeartbeatTimeout() {
    ProcessingOptions auto = ProcessingOptions.heartbeating(HeartbeatInterval.auto());
    HandOff handOff = HandOff.eraseDetails(Fixture.token(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.manager.startProcessing(handOff, auto))
        .withMessageContaining("heartbeatTimeout");

    fixture.manager.startProcessing(handOff.heartbeatTimeout(Duration.ofSeconds(4)), auto);
    fixture.advance(1);
    assertThat(server.beats).hasSize(1);
  }

  @Test
  void idsWithoutARun_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                fixture.manager.startProcessing(
                    FullActivityId.ofCurrentRun("default", "workflow", "activity"),
                    OPTIONS.eraseDetails()))
        .withMessageContaining("run id");
  }

  @Test
  void pauses_areTold_andTheWorkGoesOn_unlessItIsToStop() {
    fixture.manager.startProcessing(handOff(), OPTIONS.onStop(told::add).onPause(told::add));
    fixture.nextBeatIsAnswered(FakeActivityServer.paused());
    fixture.nextBeatIsAnswered(Answer.Acknowledged.PLAIN);
    assertThat(told).containsExactly(PauseEvent.PAUSED, PauseEvent.RESUMED);

    Fixture stopping = new Fixture();
    stopping.manager.startProcessing(
        handOff(), OPTIONS.pauseAction(PauseAction.STOP).onStop(told::add));
    stopping.nextBeatIsAnswered(FakeActivityServer.paused());
    assertThat(told).last().isInstanceOf(StopRequest.class);
  }

  @Test
  void cancelProcessing_afterAReset_endsTheAttemptAsReset() {
    fixture.manager.startProcessing(handOff(), OPTIONS);
    fixture.nextBeatIsAnswered(FakeActivityServer.reset());
    CompletableFuture<Void> done = fixture.manager.cancelProcessing(Fixture.id(), "aborted");
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);

    assertThat(server.lastReport().outcome())
        .isEqualTo(new EncodedOutcome.Failed(Bytes.utf8("ActivityReset")));
    assertThat(done).isCompleted();
  }

  @Test
  void cancelProcessing_afterACancellation_sendsItsReasonAsDetails() {
    fixture.manager.startProcessing(handOff(), OPTIONS);
    fixture.requestCancel();
    fixture.manager.cancelProcessing(Fixture.id(), "frame 311");

    assertThat(server.lastReport().outcome())
        .isEqualTo(new EncodedOutcome.Canceled(Bytes.utf8("[frame 311]")));
  }

  @Test
  void close_releases_orFails_asTheOptionsSay() {
    fixture.manager.startProcessing(handOff(), OPTIONS);
    fixture.manager.close();
    assertThat(server.beats).hasSize(1);
    assertThat(server.reports).isEmpty();

    Fixture failing = new Fixture();
    failing.manager.startProcessing(handOff(), OPTIONS.shutdownAction(ShutdownAction.FAIL));
    failing.manager.close();
    failing.advance(10);
    assertThat(failing.server.lastReport().outcome())
        .isEqualTo(new EncodedOutcome.Failed(Bytes.utf8("WorkerShutdown")));
  }

  // Forbidden: work that has had its result is told to end, because the news had to wait.
  @Test
  void stopRequest_thatComesToItsTurnAfterTheResult_isNotTold() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    Fixture busy = new Fixture(waiting::add);
    busy.manager.startProcessing(handOff(), OPTIONS.onStop(told::add));
    busy.requestCancel();
    busy.manager.completeProcessing(Fixture.id(), "result");
    runAll(waiting);

    assertThat(busy.server.lastReport().outcome().kind()).isEqualTo(OutcomeKind.COMPLETED);
    assertThat(told).isEmpty();
  }

  // Forbidden: work that goes on for ever, because the news had to wait for too long.
  @Test
  void stopRequest_thatComesToItsTurnAfterTheGrace_isTold() {
    Queue<Runnable> waiting = new ArrayDeque<>();
    Fixture busy = new Fixture(waiting::add);
    busy.manager.startProcessing(handOff(), OPTIONS.onStop(told::add));
    busy.requestCancel();
    busy.advance(10);
    assertThat(busy.server.lastReport().outcome().kind()).isEqualTo(OutcomeKind.CANCELED);
    runAll(waiting);

    assertThat(told).singleElement().isInstanceOf(StopRequest.class);
  }

  private static void runAll(Queue<Runnable> waiting) {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void nextAttemptById_saysWhyTheOneBeforeIsGone() {
    HandOff first = HandOff.eraseDetails(Fixture.id()).attempt(1);
    fixture.manager.startProcessing(first, OPTIONS.onStop(told::add));
    fixture.manager.startProcessing(first.attempt(2), OPTIONS);

    assertThat(told)
        .singleElement()
        .asString()
        .isEqualTo("GONE: attempt 2 of the activity has arrived in this process");
  }

  @Test
  void snapshot_tellsWhatIsKnown() {
    fixture.manager.startProcessing(handOff().activityType("Render").attempt(3), OPTIONS);
    fixture.advance(7);

    assertThat(fixture.manager.snapshot())
        .singleElement()
        .satisfies(
            snapshot -> {
              assertThat(snapshot.activityType()).isEqualTo("Render");
              assertThat(snapshot.attempt()).isEqualTo(3);
              assertThat(snapshot.started()).isEqualTo(snapshot.taken().minusSeconds(7));
              assertThat(snapshot.lastSent()).contains(snapshot.taken().minusSeconds(2));
              assertThat(snapshot.lastAcknowledged()).contains(snapshot.taken().minusSeconds(2));
              assertThat(snapshot.nextDue()).contains(snapshot.taken().plusMillis(7_500));
              assertThat(snapshot.lastDetails()).isEmpty();
              assertThat(snapshot.age()).isEqualTo(Duration.ofSeconds(7));
            });
  }

  private static HandOff handOff() {
    return HandOff.eraseDetails(Fixture.token(1))
        .id(Fixture.id())
        .times(Instant.EPOCH, Duration.ofMinutes(10), null)
        .heartbeatTimeout(Duration.ofSeconds(30));
  }
}
