package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.protobuf.util.Durations;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task that arrives while the process shuts down. */
class LateTaskTest {
  private static final String QUEUE = "late";

  private final FakeTemporalService service = FakeTemporalService.start();

  @AsyncActivityHandler(activityType = "Quick", taskQueue = QUEUE)
  static final class QuickHandler {
    @OnStart
    String start() {
      return "done";
    }
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void taskThatArrivesInTime_isRun() throws Exception {
    assertThat(arriving(Duration.ofMinutes(1)).awaitOutcome())
        .isInstanceOf(ActivityOutcome.Completed.class);
  }

  // Nothing waits for a timeout: another process gets it at once.
  @Test
  void taskThatArrivesTooLate_failsRetryably_withAlmostNoDelay() throws Exception {
    FakeActivity activity = arriving(Duration.ZERO);
    await().until(() -> activity.attempt() == 2);

    assertThat(activity.pending().orElseThrow().getLastFailure().getApplicationFailureInfo())
        .satisfies(
            failure -> {
              assertThat(failure.getType()).isEqualTo("WorkerShutdown");
              assertThat(Durations.toMillis(failure.getNextRetryDelay())).isEqualTo(1);
            });
  }

  /** An activity whose task arrives with the answer to the last poll. */
  private FakeActivity arriving(Duration drainTime) throws Exception {
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forChannel(service.newChannel())
                .options(
                    Longhaul.OPTIONS.toBuilder()
                        .pollersPerQueue(1)
                        .drainTime(drainTime)
                        .pollDrain(Duration.ofSeconds(20))
                        .build()),
            new LateTaskTest_QuickHandler_AsyncActivityModule());
    LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start();
    service.awaitOpenPolls(QUEUE, 1);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(runtime::close);
    await().until(() -> isClosing(runtime));
    FakeActivity activity =
        service.schedule(
            ActivitySpec.of("Quick", QUEUE)
                .startToCloseTimeout(Duration.ofMinutes(10))
                .maximumAttempts(5));
    closing.get(20, TimeUnit.SECONDS);
    return activity;
  }

  private static boolean isClosing(LonghaulRuntime runtime) {
    try {
      runtime.start();
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
