package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.TimeoutFailure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The heartbeat timeout is one second, and the work takes until its sixth heartbeat or longer. */
class HeartbeatTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration INTERVAL = Duration.ofMillis(400);
  private static final int LONG = 6;

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Work work = new Work();

  /** Work that ends when it has been asked for its progress often enough. */
  static final class Work {
    final AtomicInteger asked = new AtomicInteger();
    final CompletableFuture<String> done = new CompletableFuture<>();

    int progress() {
      int times = asked.incrementAndGet();
      if (times == LONG) {
        done.complete("done");
      }
      return times;
    }
  }

  @AsyncActivityHandler(activityType = "Blocking")
  static final class AliveBlockingHandler {
    private final Work work;

    @Inject
    AliveBlockingHandler(Work work) {
      this.work = work;
    }

    @OnStart
    String start() {
      return work.done.join();
    }

    @OnHeartbeat
    int progress() {
      return work.progress();
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class AliveStageHandler {
    private final Work work;

    @Inject
    AliveStageHandler(Work work) {
      this.work = work;
    }

    @OnStart
    CompletionStage<String> start() {
      return work.done;
    }

    @OnHeartbeat
    CompletionStage<Integer> progress() {
      return CompletableFuture.supplyAsync(work::progress);
    }
  }

  @AsyncActivityHandler(activityType = "External")
  @SuppressWarnings("LH084")
  static final class AliveExternalHandler {
    private final Work work;

    @Inject
    AliveExternalHandler(Work work) {
      this.work = work;
    }

    @OnStart
    void start(PendingActivity<String> pending) {
      work.done.thenAccept(pending::complete);
    }

    @OnHeartbeat
    void progress() {
      work.progress();
    }
  }

  @AsyncActivityHandler(activityType = "Silent", heartbeatInterval = "none")
  static final class SilentHandler {
    @OnStart
    CompletionStage<String> start() {
      return new CompletableFuture<>();
    }
  }

  @AsyncActivityHandler(activityType = "Lifeless")
  static final class LifelessHandler {
    private final CountDownLatch asked;

    @Inject
    LifelessHandler(CountDownLatch asked) {
      this.asked = asked;
    }

    @OnStart
    CompletionStage<String> start() {
      return new CompletableFuture<>();
    }

    @OnHeartbeat
    void progress() {
      asked.countDown();
      throw new IllegalStateException("the job is lost");
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void blocking_isKeptAlive() {
    assertThat(run("Blocking", new HeartbeatTest_AliveBlockingHandler_AsyncActivityModule()))
        .isEqualTo("done");
  }

  @Test
  void stage_isKeptAlive() {
    assertThat(run("Stage", new HeartbeatTest_AliveStageHandler_AsyncActivityModule()))
        .isEqualTo("done");
  }

  @Test
  void external_isKeptAlive() {
    assertThat(run("External", new HeartbeatTest_AliveExternalHandler_AsyncActivityModule()))
        .isEqualTo("done");
  }

  @Test
  void activityThatNeverHeartbeats_timesOut() {
    assertTimesOut("Silent", new HeartbeatTest_SilentHandler_AsyncActivityModule());
  }

  @Test
  void activityWhoseHookThrows_timesOut() throws InterruptedException {
    assertTimesOut("Lifeless", new HeartbeatTest_LifelessHandler_AsyncActivityModule());
    lifeless.await();
  }

  private final CountDownLatch lifeless = new CountDownLatch(2);

  private void assertTimesOut(String type, Module handler) {
    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> run(type, handler));

    assertThat(failure).hasRootCauseInstanceOf(TimeoutFailure.class);
    TimeoutFailure timeout = (TimeoutFailure) failure.getCause().getCause();
    assertThat(timeout.getTimeoutType()).isEqualTo(TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }

  private String run(String type, Module handler) {
    Module collaborators =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Work.class).toInstance(work);
            bind(CountDownLatch.class).toInstance(lifeless);
          }
        };
    longhaul.start(
        longhaul
            .module()
            .defaults(
                defaults -> defaults.taskQueue(longhaul.activities()).heartbeatInterval(INTERVAL)),
        handler,
        collaborators);
    return longhaul
        .workflow(ActivityWorkflow.class)
        .run(Call.of(type, longhaul.activities()).heartbeatTimeout(TIMEOUT));
  }
}
