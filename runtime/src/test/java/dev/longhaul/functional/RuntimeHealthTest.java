package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import dev.longhaul.api.Health;
import dev.longhaul.api.Health.State;
import dev.longhaul.api.HealthThresholds;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.PollHealth;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.Gate;
import dev.longhaul.testing.Rpc;
import io.grpc.Status;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a probe sees of a runtime. */
class RuntimeHealthTest {
  private static final String QUEUE = "health";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final FakeTemporalService service = FakeTemporalService.start();
  private final Controlled controlled = new Controlled();
  private final Module handlers =
      Modules.combine(
          new Controlled_ControlledStageHandler_AsyncActivityModule(),
          new Controlled_ControlledExternalHandler_AsyncActivityModule(),
          binder -> binder.bind(Controlled.class).toInstance(controlled));

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void runtimeThatServesAQueue_isReady_andTellsItsOldestActivity() throws Exception {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    LonghaulRuntime runtime =
        longhaul.start(longhaul.module(), handlers).getInstance(LonghaulRuntime.class);
    await().atMost(PATIENCE).until(() -> onlyQueue(runtime.health()).openPolls() > 0);
    Health idle = runtime.health();
    assertThat(idle.problems()).isEmpty();
    assertThat(idle.state()).isEqualTo(State.RUNNING);
    assertThat(idle.disconnectedFor()).isEmpty();
    assertThat(onlyQueue(idle).taskQueue()).isEqualTo(longhaul.activities());
    assertThat(idle.activities().open()).isZero();

    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of("External", longhaul.activities()));
    PendingActivity<String> pending = controlled.nextExternal();
    Health busy = runtime.health(HealthThresholds.defaults().oldest("External", Duration.ZERO));
    String digest = pending.fullActivityId().digest();
    assertThat(busy.activities().open()).isEqualTo(1);
    assertThat(busy.activities().withoutHeartbeatTimeout()).isEqualTo(1);
    assertThat(busy.activities().oldest().get("External").digest()).isEqualTo(digest);
    assertThat(busy.problems()).singleElement().asString().contains(digest, "External");
    assertThat(onlyQueue(busy).sinceAnswer()).isPresent();

    pending.complete("done");
    assertThat(workflow.getResult(60, TimeUnit.SECONDS, String.class)).isEqualTo("done");
    await().atMost(PATIENCE).until(() -> runtime.health().activities().open() == 0);
  }

  @Test
  void runtime_tellsWhereItIs_fromItsMakingToItsEnd() throws Exception {
    Gate gate = new Gate();
    service.faults().next(Rpc.DESCRIBE_NAMESPACE).delayAnswer(gate);
    LonghaulRuntime runtime = runtime(Longhaul.OPTIONS);
    assertThat(runtime.health().state()).isEqualTo(State.NEW);
    assertThat(runtime.health().polls()).isEmpty();

    CompletableFuture<LonghaulRuntime> started = CompletableFuture.supplyAsync(runtime::start);
    service.awaitCalls(Rpc.DESCRIBE_NAMESPACE, 1);
    assertThat(runtime.health().state()).isEqualTo(State.STARTING);
    gate.open();
    started.get(60, TimeUnit.SECONDS);
    assertThat(runtime.health().state()).isEqualTo(State.RUNNING);

    runtime.close();
    assertThat(runtime.health().state()).isEqualTo(State.CLOSED);
    assertThat(runtime.health().live()).isFalse();
  }

  @Test
  void pollsThatFail_areToldWithTheReason_untilOneIsAnswered() {
    AtomicBoolean away = new AtomicBoolean(true);
    service
        .faults()
        .during(away::get, Rpc.POLL)
        .refuse(Status.UNAVAILABLE.withDescription("no frontend"));
    try (LonghaulRuntime runtime = runtime(Longhaul.OPTIONS).start()) {
      await().atMost(PATIENCE).until(() -> onlyQueue(runtime.health()).failingFor().isPresent());
      Health failing = runtime.health(HealthThresholds.defaults().outage(Duration.ZERO));
      assertThat(failing.ready()).isFalse();
      assertThat(failing.live()).isTrue();
      assertThat(onlyQueue(failing).failure().orElseThrow()).contains("no frontend");

      away.set(false);
      service.schedule(ActivitySpec.of("External", QUEUE).startToCloseTimeout(PATIENCE));
      await().atMost(PATIENCE).until(() -> onlyQueue(runtime.health()).failingFor().isEmpty());
    }
  }

  @Test
  void runtimeAtItsLimit_isReady() throws Exception {
    try (LonghaulRuntime runtime =
        runtime(Longhaul.OPTIONS.toBuilder().maxConcurrentActivities(1).build()).start()) {
      service.schedule(ActivitySpec.of("Stage", QUEUE).startToCloseTimeout(Duration.ofHours(1)));
      Controlled.Stage running = controlled.nextStage();
      await().atMost(PATIENCE).until(() -> onlyQueue(runtime.health()).atLimit());
      assertThat(runtime.health().problems()).isEmpty();

      running.result().complete("done");
      await().atMost(PATIENCE).until(() -> !onlyQueue(runtime.health()).atLimit());
    }
  }

  @Test
  void serverThatIsNotThere_isTold() {
    LonghaulModule nowhere =
        LonghaulModule.forTarget("localhost:1")
            .options(Longhaul.OPTIONS.toBuilder().startTimeout(Duration.ZERO).build());
    try (LonghaulRuntime runtime = runtime(nowhere).start()) {
      await().atMost(PATIENCE).until(() -> runtime.health().disconnectedFor().isPresent());

      assertThat(runtime.health(HealthThresholds.defaults().outage(Duration.ZERO)).problems())
          .anyMatch(problem -> problem.startsWith("no connection to the server"));
      assertThat(runtime.health().live()).isTrue();
    }
  }

  private LonghaulRuntime runtime(RuntimeOptions options) {
    return runtime(LonghaulModule.forChannel(service.newChannel()).options(options));
  }

  private LonghaulRuntime runtime(LonghaulModule module) {
    return Guice.createInjector(module.defaults(handler -> handler.taskQueue(QUEUE)), handlers)
        .getInstance(LonghaulRuntime.class);
  }

  private static PollHealth onlyQueue(Health health) {
    assertThat(health.polls()).hasSize(1);
    return health.polls().get(0);
  }
}
