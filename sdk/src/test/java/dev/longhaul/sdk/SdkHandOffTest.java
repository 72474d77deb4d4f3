package dev.longhaul.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.RetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activities of a worker of the SDK that Longhaul completes. */
class SdkHandOffTest {
  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(1);
  private static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();

  private final EmbeddedTemporalServer server = EmbeddedTemporalServer.start();
  private final WorkflowServiceStubs stubs =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget(server.target()).build());
  private final WorkflowClient client = WorkflowClient.newInstance(stubs);
  private final WorkerFactory workers = WorkerFactory.newInstance(client);
  private final String taskQueue = "scenes-" + UUID.randomUUID();
  private LonghaulClient longhaul;
  private LongRunningActivityManager manager;

  /** What the workflow calls. */
  @ActivityInterface
  public interface Rendering {
    String render(String scene);
  }

  /** Hands over, and does nothing else. */
  static final class HandingOver implements Rendering {
    @Override
    public String render(String scene) {
      QUEUE.add(SdkHandOff.take(Activity.getExecutionContext()).toText());
      if (scene.equals("broken")) {
        throw new IllegalStateException("no such scene");
      }
      return "ignored";
    }
  }

  /** Calls it once, as it is told to. */
  @WorkflowInterface
  public interface Film {
    @WorkflowMethod
    String make(String scene, boolean asLocalActivity);

    /** Calls it. */
    final class Impl implements Film {
      @Override
      public String make(String scene, boolean asLocalActivity) {
        RetryOptions retries =
            RetryOptions.newBuilder()
                .setMaximumAttempts(2)
                .setInitialInterval(Duration.ofMillis(100))
                .build();
        return asLocalActivity
            ? Workflow.newLocalActivityStub(
                    Rendering.class,
                    LocalActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(30))
                        .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build())
                .render(scene)
            : Workflow.newActivityStub(
                    Rendering.class,
                    ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofSeconds(30))
                        .setScheduleToCloseTimeout(Duration.ofMinutes(2))
                        .setHeartbeatTimeout(HEARTBEAT_TIMEOUT)
                        .setRetryOptions(retries)
                        .build())
                .render(scene);
      }
    }
  }

  @BeforeEach
  void start() {
    QUEUE.clear();
    Worker worker = workers.newWorker(taskQueue);
    worker.registerWorkflowImplementationTypes(Film.Impl.class);
    worker.registerActivitiesImplementations(new HandingOver());
    workers.start();
    Injector injector = Guice.createInjector(LonghaulModule.forTarget(server.target()));
    longhaul = injector.getInstance(LonghaulClient.class);
    manager = injector.getInstance(LongRunningActivityManager.class);
  }

  @AfterEach
  void close() {
    longhaul.close();
    workers.shutdownNow();
    stubs.shutdownNow();
    server.close();
  }

  @Test
  void activity_isDescribedWhole_keptAlive_andCompletedElsewhere() throws Exception {
    WorkflowStub workflow = started("beach", false);
    HandOff handOff = taken();
    assertThat(handOff.activityType()).isEqualTo("Render");
    assertThat(handOff.id())
        .extracting(FullActivityId::workflowId, FullActivityId::runId)
        .containsExactly(
            workflow.getExecution().getWorkflowId(), workflow.getExecution().getRunId());
    assertThat(handOff.attempt()).isEqualTo(1);
    assertThat(handOff.heartbeatTimeout()).isEqualTo(HEARTBEAT_TIMEOUT);
    assertThat(handOff.startToClose()).isEqualTo(Duration.ofSeconds(30));
    assertThat(handOff.scheduleToClose()).isBetween(Duration.ofSeconds(60), Duration.ofMinutes(2));
    assertThat(handOff.lastHeartbeatDetails()).isEmpty();

    BlockingQueue<Integer> beats = new LinkedBlockingQueue<>();
    manager.startProcessing(
        handOff,
        ProcessingOptions.heartbeating(HeartbeatInterval.every(Duration.ofMillis(100)))
            .heartbeatDetails(
                () -> {
                  beats.add(beats.size());
                  return beats.size();
                }));
    for (int i = 0; i < 20; i++) { // several times the heartbeat timeout
      assertThat(beats.poll(20, TimeUnit.SECONDS)).isNotNull();
    }
    manager.completeProcessing(handOff.reference(), "a film").get(20, TimeUnit.SECONDS);
    assertThat(workflow.getResult(String.class)).isEqualTo("a film");
  }

  // Forbidden: details that the next heartbeat erases, since nobody handed them over.
  @Test
  void nextAttempt_handsTheDetailsOver() throws Exception {
    WorkflowStub workflow = started("beach", false);
    HandOff first = taken();
    longhaul.heartbeat(first.reference(), "frame 7").get(20, TimeUnit.SECONDS);
    longhaul.fail(first.reference(), new IllegalStateException("lost")).get(20, TimeUnit.SECONDS);
    HandOff second = taken();

    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.lastHeartbeatDetails())
        .singleElement()
        .satisfies(
            details -> {
              assertThat(details.encoding()).contains("json/plain");
              assertThat(details.data().toUtf8()).isEqualTo("\"frame 7\"");
            });
    longhaul.complete(second.reference(), "a film").get(20, TimeUnit.SECONDS);
    assertThat(workflow.getResult(String.class)).isEqualTo("a film");
  }

  @Test
  void methodThatThrowsAfterwards_failsTheAttempt() throws Exception {
    WorkflowStub workflow = started("broken", false);
    taken();
    taken();

    assertThat(failureOf(workflow)).contains("no such scene");
  }

  @Test
  void localActivity_isRefused() {
    WorkflowStub workflow = started("beach", true);

    assertThat(failureOf(workflow)).contains("Render was called as a local activity");
    assertThat(QUEUE).isEmpty();
  }

  private static String failureOf(WorkflowStub workflow) {
    StringBuilder messages = new StringBuilder();
    try {
      workflow.getResult(String.class);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        messages.append(cause.getMessage()).append('\n');
      }
    }
    return messages.toString();
  }

  private WorkflowStub started(String scene, boolean asLocalActivity) {
    WorkflowStub workflow =
        client.newUntypedWorkflowStub(
            "Film", WorkflowOptions.newBuilder().setTaskQueue(taskQueue).build());
    workflow.start(scene, asLocalActivity);
    return workflow;
  }

  private static HandOff taken() throws InterruptedException {
    String text = QUEUE.poll(20, TimeUnit.SECONDS);
    if (text == null) {
      throw new AssertionError("nothing was handed over");
    }
    return HandOff.parse(text);
  }
}
