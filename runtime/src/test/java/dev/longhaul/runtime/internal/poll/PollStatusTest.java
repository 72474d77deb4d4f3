package dev.longhaul.runtime.internal.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.PollHealth;
import dev.longhaul.runtime.internal.connect.PollException;
import dev.longhaul.testing.FakeClock;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollStatusTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeClock clock = new FakeClock();
  private final PollStatus status = new PollStatus("queue", clock::nanoTime);

  @Test
  void beforeTheFirstPoll_onlyTheTimeSinceTheStartIsKnown() {
    clock.advance(SECOND);
    assertThat(health())
        .isEqualTo(
            new PollHealth(
                "queue", 0, false, Optional.empty(), Optional.empty(), Optional.empty(), SECOND));
  }

  @Test
  void severalPolls_areCounted() {
    begin();
    begin();
    assertThat(health().openPolls()).isEqualTo(2);
    status.answered();
    assertThat(health().openPolls()).isEqualTo(1);
  }

  @Test
  void answer_isRemembered_andEndsTheFailing() {
    begin();
    fail("away");
    clock.advance(SECOND);
    begin();
    fail("still away");
    assertThat(health().failingFor()).contains(SECOND);
    assertThat(health().failure()).contains("UNAVAILABLE (still away)");
    assertThat(health().sinceAnswer()).isEmpty();

    begin();
    status.answered();
    clock.advance(SECOND);
    assertThat(health().failingFor()).isEmpty();
    assertThat(health().failure()).isEmpty();
    assertThat(health().sinceAnswer()).contains(SECOND);
  }

  // With another poll open the queue is served.
  @Test
  void queueIsAtItsLimit_whenAllThatCouldPollWait() {
    status.waits();
    assertThat(health().atLimit()).isTrue();
    status.begins();
    status.waits();
    assertThat(health().atLimit()).isFalse();
    status.answered();
    assertThat(health().atLimit()).isTrue();
    status.stopsWaiting();
    assertThat(health().atLimit()).isFalse();
  }

  @Test
  void pollThatIsGivenUp_isNotOpenAnyMore_andHasNotFailed() {
    begin();
    status.cancelled();
    assertThat(health().openPolls()).isZero();
    assertThat(health().failingFor()).isEmpty();
  }

  @Test
  void everyBeginningAndEnd_isHeard() {
    begin();
    clock.advance(SECOND);
    assertThat(health().quietFor()).isEqualTo(SECOND);
    status.answered();
    assertThat(health().quietFor()).isZero();
    clock.advance(SECOND);
    begin();
    assertThat(health().quietFor()).isZero();
    clock.advance(SECOND);
    fail("away");
    assertThat(health().quietFor()).isZero();
  }

  private void begin() {
    status.waits();
    status.begins();
  }

  private void fail(String why) {
    status.failed(PollException.of(Status.UNAVAILABLE.withDescription(why).asRuntimeException()));
  }

  private PollHealth health() {
    return status.health();
  }
}
