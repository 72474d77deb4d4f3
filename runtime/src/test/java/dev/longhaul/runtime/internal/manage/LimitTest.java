package dev.longhaul.runtime.internal.manage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import org.junit.jupiter.api.Test;

/** What a limit of the server means for attempts that did not meet it themselves. */
class LimitTest {
  private final Fixture fixture = new Fixture();
  private final FakeActivityServer server = fixture.server;

  @Test
  void limitOfTheServer_holdsAllAttempts() {
    server.acknowledgesBeats = false;
    fixture.start();
    fixture.advance(5);
    Attempt other = fixture.manage(activity("other run", 2), Fixture.POLICY);
    server.lastBeat().answer().complete(FakeActivityServer.limited(Limit.ALL));
    other.complete(new EncodedOutcome.Completed(null));
    fixture.advance(0.9);
    assertThat(server.reports).isEmpty();
    assertThat(server.beats).hasSize(1);

    fixture.advance(0.2);
    assertThat(server.reports).hasSize(1);
  }

  @Test
  void busyWorkflow_holdsTheAttemptsOfItsRun_andNoOthers() {
    Attempt busy = fixture.manage(activity("run", 1), Fixture.POLICY);
    Attempt sibling = fixture.manage(activity("run", 2), Fixture.POLICY);
    Attempt other = fixture.manage(activity("other run", 3), Fixture.POLICY);
    busy.complete(new EncodedOutcome.Completed(null));
    server.lastReport().answer().complete(FakeActivityServer.limited(Limit.RUN));
    sibling.complete(new EncodedOutcome.Completed(null));
    assertThat(server.reports).hasSize(1);
    other.complete(new EncodedOutcome.Completed(null));
    assertThat(server.reports).hasSize(2);

    fixture.advance(1.1);
    assertThat(server.reports).as("one tries for all").hasSize(3);
    server.lastReport().answer().complete(Answer.Acknowledged.PLAIN);
    assertThat(server.reports).hasSize(4);
  }

  @Test
  void limitOfOneCall_holdsNoOther() {
    Attempt limited = fixture.manage(activity("run", 1), Fixture.POLICY);
    Attempt sibling = fixture.manage(activity("run", 2), Fixture.POLICY);
    limited.complete(new EncodedOutcome.Completed(null));
    server.lastReport().answer().complete(FakeActivityServer.limited(Limit.NONE));
    sibling.complete(new EncodedOutcome.Completed(null));

    assertThat(server.reports).hasSize(2);
  }

  // Much may happen while a call waits for its turn.
  @Test
  void heartbeatThatWaits_isNotSent_onceTheOutcomeIsOnItsWay() {
    Attempt attempt = fixture.start();
    fixture.manager.gate().hitLimit();
    attempt.heartbeatNow(null);
    attempt.complete(new EncodedOutcome.Completed(null));
    fixture.advance(1.1);

    assertThat(server.reports).hasSize(1);
    assertThat(server.beats).isEmpty();
  }

  @Test
  void detailsThatAreRecordedWhileTheHeartbeatWaits_goWithIt() {
    server.acknowledgesBeats = false;
    Attempt attempt = fixture.start();
    fixture.manager.gate().hitLimit();
    attempt.heartbeatNow(null);
    attempt.record(Bytes.utf8("newest"));
    assertThat(server.beats).isEmpty();
    fixture.advance(1);

    assertThat(server.lastBeat().details()).isEqualTo("newest");
  }

  private static TaskBuilder activity(String run, int number) {
    return Fixture.task()
        .id(FullActivityId.of("default", "workflow", run, "activity " + number))
        .reference(TaskToken.of(new byte[] {(byte) number, 99}));
  }
}
