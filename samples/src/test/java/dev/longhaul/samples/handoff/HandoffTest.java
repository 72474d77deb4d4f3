package dev.longhaul.samples.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleRun;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(100)
@Execution(CONCURRENT)
class HandoffTest {

  // The rides take longer than the heartbeat timeout, and the methods return at once.
  @Test
  void activitiesAreKeptAlive_andCompleted_afterTheirMethodsReturned() {
    SampleRun run = SampleRun.of("handoff").assertEndedWell().assertShown("handoff");

    assertThat(run.out())
        .containsSubsequence(
            "DeliverByBike has handed the activity over", "Longhaul completes DeliverByBike")
        .containsSubsequence(
            "DeliverByVan puts an errand into the queue",
            "the other depot has taken DeliverByVan from the queue",
            "Longhaul completes DeliverByVan",
            "the workflow has receipts of a letter by bike, a piano by van")
        .doesNotContain("cannot be reported");
  }

  @Test
  void cancellation_reachesBothDepots() {
    assertThat(SampleRun.of("handoff", "--kilometres", "30", "--cancel").assertEndedWell().out())
        .contains(
            "Longhaul ends DeliverByBike, CANCELLED",
            "Longhaul ends DeliverByVan, CANCELLED",
            "the workflow knows that its activities are canceled")
        .doesNotContain("cannot be reported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "100", "far"})
  void distanceThatIsNone_isRefused(String distance) {
    SampleRun.of("handoff", "--kilometres", distance)
        .assertRefused("\"" + distance + "\" is no number from 1 to 99");
  }

  @Test
  void errandThatIsNone_isOneClearError() {
    assertThatThrownBy(() -> Errand.of("parcel!".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the queue has something else than errands in it");
  }
}
