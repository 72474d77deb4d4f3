package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Activities that somebody else ends. */
class ElsewhereTest {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final BlockingQueue<PendingActivity<String>> pending = new LinkedBlockingQueue<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Injector injector;

  @AsyncActivityHandler(activityType = "Elsewhere")
  static final class ElsewhereHandler {
    private final BlockingQueue<PendingActivity<String>> pending;
    private final AtomicBoolean cancelled;

    @Inject
    ElsewhereHandler(BlockingQueue<PendingActivity<String>> pending, AtomicBoolean cancelled) {
      this.pending = pending;
      this.cancelled = cancelled;
    }

    @OnStart
    void start(PendingActivity<String> activity) {
      pending.add(activity);
    }

    @OnCancel
    void cancel() {
      cancelled.set(true);
    }
  }

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class, OpenWorkflow.Impl.class);
    injector =
        longhaul.start(
            longhaul
                .module()
                .defaults(
                    defaults ->
                        defaults
                            .taskQueue(longhaul.activities())
                            .heartbeatInterval(INTERVAL)
                            .cancellationGrace(INTERVAL)),
            new ElsewhereTest_ElsewhereHandler_AsyncActivityModule(),
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(new TypeLiteral<BlockingQueue<PendingActivity<String>>>() {})
                    .toInstance(pending);
                bind(AtomicBoolean.class).toInstance(cancelled);
              }
            });
  }

  // The work has ended as it should: nothing is to be stopped, and nothing is left to look after.
  // The workflow ends by that, most often before the next heartbeat: its history tells this from a
  // workflow that ended without waiting for the activity.
  @Test
  void anotherProcess_completesByToken_andTheManagerForgetsIt() throws Exception {
    CompletableFuture<String> result = startWorkflow();
    PendingActivity<String> activity = nextPending();

    assertThat(OtherProcess.complete(TemporalServer.get().target(), activity.taskToken())).isZero();

    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("elsewhere");
    await().until(() -> manager().snapshot().isEmpty());
    assertThat(cancelled).isFalse();
  }

  @Test
  void anotherProcess_completesById() throws Exception {
    CompletableFuture<String> result = startWorkflow();
    PendingActivity<String> activity = nextPending();

    assertThat(OtherProcess.complete(TemporalServer.get().target(), activity.fullActivityId()))
        .isZero();

    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("elsewhere");
  }

  @Test
  void clientOfTheSameProcess_goesThroughTheManager() throws Exception {
    CompletableFuture<String> result = startWorkflow();
    PendingActivity<String> activity = nextPending();
    AsyncCompletionClient client = injector.getInstance(AsyncCompletionClient.class);

    client.heartbeat(activity.taskToken(), "half").get(20, TimeUnit.SECONDS);
    assertThat(activity.lastHeartbeatDetails(String.class)).contains("half");
    client.complete(activity.fullActivityId(), "here").get(20, TimeUnit.SECONDS);

    assertThat(manager().snapshot()).isEmpty();
    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("here");
  }

  @Test
  void workflowThatEndsWithoutTheActivity_hasItsWorkStopped() throws Exception {
    WorkflowStub workflow = startOpenWorkflow(Call.of("Elsewhere", longhaul.activities()));
    nextPending();
    workflow.signal("finish");
    assertThat(workflow.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("nothing");

    await().until(() -> manager().snapshot().isEmpty());
    assertThat(cancelled).isTrue();
  }

  // Its only attempt timed out, and the workflow goes on: to the server the activity is closed, as
  // it is when somebody completes it.
  @Test
  void activityThatTimedOut_hasItsWorkStopped_thoughItsWorkflowIsOpen() throws Exception {
    WorkflowStub workflow =
        startOpenWorkflow(
            Call.of("Elsewhere", longhaul.activities()).startToClose(Duration.ofSeconds(1)));
    nextPending();

    await().until(() -> manager().snapshot().isEmpty());
    assertThat(cancelled).isTrue();
    workflow.signal("finish");
    assertThat(workflow.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("ActivityFailure");
  }

  // A process takes the activity over from one that shuts down: the work goes on meanwhile.
  @Test
  void releasedActivity_isLookedAfterByAnotherProcess() throws Exception {
    CompletableFuture<String> result = startWorkflow();
    PendingActivity<String> activity = nextPending();
    activity.heartbeat("so far");
    String handOff = activity.handOff().toText();
    injector.getInstance(LonghaulRuntime.class).close();
    assertThat(cancelled).isFalse();

    Injector other =
        com.google.inject.Guice.createInjector(
            LonghaulModule.forTarget(TemporalServer.get().target()));
    try (LonghaulClient client = other.getInstance(LonghaulClient.class)) {
      LongRunningActivityManager manager = other.getInstance(LongRunningActivityManager.class);
      manager.startProcessing(
          HandOff.parse(handOff),
          ProcessingOptions.heartbeating(HeartbeatInterval.every(INTERVAL)));
      await()
          .until(
              () -> manager.get(activity.taskToken()).orElseThrow().lastAcknowledged().isPresent());
      manager.completeProcessing(activity.fullActivityId(), "taken over").get(20, TimeUnit.SECONDS);

      assertThat(manager.drain(Duration.ofSeconds(20)).get(20, TimeUnit.SECONDS)).isTrue();
      assertThat(client.namespace()).isEqualTo("default");
    }
    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("taken over");
  }

  private WorkflowStub startOpenWorkflow(Call call) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(OpenWorkflow.class));
    workflow.start(call);
    return workflow;
  }

  private LongRunningActivityManager manager() {
    return injector.getInstance(LongRunningActivityManager.class);
  }

  private PendingActivity<String> nextPending() throws InterruptedException {
    PendingActivity<String> activity = pending.poll(20, TimeUnit.SECONDS);
    assertThat(activity).isNotNull();
    return activity;
  }

  private CompletableFuture<String> startWorkflow() {
    return CompletableFuture.supplyAsync(
        () ->
            longhaul
                .workflow(ActivityWorkflow.class)
                .run(Call.of("Elsewhere", longhaul.activities())));
  }
}
