package dev.longhaul.testing;

import static dev.longhaul.testing.Worker.QUEUE;
import static dev.longhaul.testing.Worker.payloads;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The limit that a test sets; what happens above it is in {@link SizeSemantics}. */
class SizeLimitsTest {
  private static final int LIMIT = 1000;

  private final FakeTemporalService service =
      FakeTemporalService.builder().blobSizeLimit(LIMIT).start();
  private final Worker worker = new Worker(service);
  private final FakeActivity activity = service.schedule(ActivitySpec.of("Type", QUEUE));

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void resultOverTheLimit_failsTheActivity() {
    worker.complete(worker.pollToken(), payloads("x".repeat(LIMIT)));

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Failed.class);
  }

  @Test
  void resultBelowTheLimit_completesIt() {
    worker.complete(worker.pollToken(), payloads("x".repeat(LIMIT / 2)));

    assertThat(activity.awaitOutcome()).isInstanceOf(ActivityOutcome.Completed.class);
  }
}
