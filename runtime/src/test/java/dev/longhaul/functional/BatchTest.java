package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchActivityProcessors;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.BatchOptions;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.runtime.LonghaulStartException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches as a user runs them, declared and of what is handed over. */
class BatchTest {
  private static final List<String> INPUTS = List.of("a", "b", "c");

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  /** What the handler is given, and how the test answers. */
  @Singleton
  static final class Press {
    final Queue<List<String>> batches = new ConcurrentLinkedQueue<>();
    final Queue<String> cancelled = new ConcurrentLinkedQueue<>();
    final Queue<String> beaten = new ConcurrentLinkedQueue<>();
    final Queue<Object> handlers = new ConcurrentLinkedQueue<>();
    final CompletableFuture<Void> open = new CompletableFuture<>();
  }

  @AsyncActivityHandler(activityType = "Print", heartbeatInterval = "100ms")
  @SuppressWarnings("LH024")
  static final class PrintHandler {
    private final Press press;

    @Inject
    PrintHandler(Press press) {
      this.press = press;
      press.handlers.add(this);
    }

    @OnBatch(maxSize = 2, maxWait = "1m")
    CompletionStage<List<Outcome<String>>> print(List<BatchItem<String>> items) {
      press.batches.add(items.stream().map(BatchItem::input).toList());
      return press.open.thenApply(
          open -> items.stream().map(item -> Outcome.completed(item.input() + "!")).toList());
    }

    @OnHeartbeat
    String beat(BatchItem<String> item) {
      press.beaten.add(item.input());
      return item.input();
    }

    @OnCancel
    void cancel(BatchItem<String> item) {
      press.cancelled.add(item.input());
    }
  }

  /** Hands its activities over to whoever the test says. */
  @Singleton
  static final class Outbox {
    final Queue<HandOff> handOffs = new ConcurrentLinkedQueue<>();
  }

  @AsyncActivityHandler(activityType = "HandOver", heartbeatInterval = "none")
  @SuppressWarnings("LH084")
  static final class HandOverHandler {
    private final Outbox outbox;

    @Inject
    HandOverHandler(Outbox outbox) {
      this.outbox = outbox;
    }

    @OnStart
    void start(String input, PendingActivity<String> pending) {
      outbox.handOffs.add(pending.handOff());
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(BatchWorkflow.Impl.class);
  }

  @Test
  void partialBatch_startsAfterItsWait_andConfigurationHasTheLastWord() {
    Press press = start(handler -> handler.batchMaxWait(Duration.ofMillis(200))).press();
    press.open.complete(null);

    assertThat(result(called("a"))).containsExactly("a!");
  }

  @Test
  void instance_isOne_forAllBatchesOfARuntime() {
    Press press = start(handler -> handler.parallelBatches(2)).press();
    assertThat(press.handlers).hasSize(1);
    press.open.complete(null);

    assertThat(result(called("a", "b", "c", "d"))).containsExactly("a!", "b!", "c!", "d!");
    assertThat(press.handlers).hasSize(1);
  }

  @Test
  void parallelBatches_areWorkedOnAtOnce() {
    Press press = start(handler -> handler.parallelBatches(2)).press();
    WorkflowStub workflow = called("a", "b", "c", "d");
    await().until(() -> press.batches.size() == 2);
    press.open.complete(null);

    assertThat(result(workflow)).containsExactly("a!", "b!", "c!", "d!");
  }

  @Test
  void itemThatIsCancelledWhileItWaits_isInNoBatch_andTheOthersGoOn() {
    Started started = start(handler -> handler);
    Press press = started.press();
    WorkflowStub workflow = called("a", "b", "c");
    await().until(() -> press.batches.size() == 1);
    started.awaitOpen(3);
    int waiting = indexOfOther(INPUTS, press.batches.element());
    workflow.signal("cancel", waiting);
    started.awaitOpen(2);
    press.open.complete(null);
    List<String> results = result(workflow);

    assertThat(results).filteredOn("canceled"::equals).hasSize(1);
    assertThat(results.get(waiting)).isEqualTo("canceled");
    assertThat(press.batches).hasSize(1);
    assertThat(press.cancelled).isEmpty();
  }

  @Test
  void itemThatIsCancelledInABatch_isToldToTheHook_andAValueThatArrivesCounts() {
    Press press = start(handler -> handler).press();
    WorkflowStub workflow = called("a", "b");
    await().until(() -> press.batches.size() == 1);
    workflow.signal("cancel", 1);
    await().until(() -> press.cancelled.contains("b"));
    press.open.complete(null);

    assertThat(result(workflow).get(0)).isEqualTo("a!");
    assertThat(press.cancelled).containsExactly("b");
  }

  @Test
  void heartbeatHook_isCalledForEachItem() {
    Press press = start(handler -> handler).press();
    WorkflowStub workflow = called("a", "b");
    await().until(() -> press.beaten.containsAll(List.of("a", "b")));
    press.open.complete(null);

    assertThat(result(workflow)).containsExactly("a!", "b!");
  }

  // Forbidden: the runtime closes without what waited, which then waits for its timeout.
  @Test
  void close_startsAPartialBatch_andWaitsForIt() {
    Started started =
        start(longhaul.module().options(options -> options.drainTime(Duration.ofMinutes(1))));
    started.press().open.complete(null);
    WorkflowStub workflow = called("a");
    started.awaitOpen(1);
    started.injector().getInstance(LonghaulRuntime.class).close();

    assertThat(result(workflow)).containsExactly("a!");
  }

  @Test
  void batchLargerThanItsLimits_isAStartUpError_thatNamesBoth() {
    assertThatThrownBy(() -> start(handler -> handler.maxConcurrent(20).batchMaxSize(21)))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("PrintHandler")
        .hasMessageContaining("21")
        .hasMessageContaining("max-concurrent is 20")
        .hasMessageContaining("batch-max-size");
    LonghaulModule small =
        longhaul
            .module()
            .options(options -> options.maxConcurrentActivities(5))
            .handler("PrintHandler", handler -> handler.batchMaxSize(6));
    assertThatThrownBy(() -> start(small)).hasMessageContaining("max-concurrent-activities is 5");
  }

  @Test
  void instanceThatCannotBeMade_isAStartUpError() {
    assertThatThrownBy(
            () ->
                longhaul.start(
                    new BatchTest_PrintHandler_AsyncActivityModule(),
                    binder ->
                        binder
                            .bind(Press.class)
                            .toProvider(
                                () -> {
                                  throw new IllegalStateException("no paper");
                                })))
        .isInstanceOf(LonghaulStartException.class)
        .hasMessageContaining("PrintHandler")
        .hasMessageContaining("no paper");
  }

  @Test
  void processor_settlesWhatWasHandedOver() {
    Injector injector = longhaul.start(new BatchTest_HandOverHandler_AsyncActivityModule());
    Outbox outbox = injector.getInstance(Outbox.class);
    try (BatchActivityProcessor<Integer, String> processor =
        injector
            .getInstance(BatchActivityProcessors.class)
            .create(
                ProcessingOptions.heartbeating(HeartbeatInterval.auto()),
                BatchOptions.defaults().maxSize(3).maxWait(Duration.ofMinutes(1)),
                BatchTest::number)) {
      WorkflowStub workflow =
          longhaul.started(start(Call.of("HandOver", longhaul.activities()), "a", "b", "c"));
      for (int input = 1; input <= 3; input++) {
        await().until(() -> !outbox.handOffs.isEmpty());
        HandOff travelled = HandOff.parse(outbox.handOffs.remove().toText());
        processor.enqueue(travelled, input).join();
      }

      assertThat(result(workflow)).containsExactlyInAnyOrder("1 of 3", "2 of 3", "3 of 3");
      assertThat(processor.drain()).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private static CompletionStage<List<Outcome<String>>> number(List<BatchItem<Integer>> items) {
    return CompletableFuture.supplyAsync(
        () ->
            items.stream()
                .map(item -> Outcome.completed(item.input() + " of " + items.size()))
                .toList());
  }

  private static int indexOfOther(List<String> all, List<String> some) {
    return all.indexOf(all.stream().filter(one -> !some.contains(one)).findFirst().orElseThrow());
  }

  private record Started(Injector injector) {
    Press press() {
      return injector.getInstance(Press.class);
    }

    void awaitOpen(int activities) {
      LongRunningActivityManager manager = injector.getInstance(LongRunningActivityManager.class);
      await().until(() -> manager.snapshot().size() == activities);
    }
  }

  private Started start(UnaryOperator<HandlerOptions> settings) {
    return start(longhaul.module().handler("PrintHandler", settings));
  }

  private Started start(LonghaulModule module) {
    return new Started(longhaul.start(module, new BatchTest_PrintHandler_AsyncActivityModule()));
  }

  private WorkflowStub called(String... inputs) {
    return longhaul.started(
        start(
            Call.of("Print", longhaul.activities()).heartbeatTimeout(Duration.ofSeconds(20)),
            inputs));
  }

  private BatchWorkflow start(Call call, String... inputs) {
    BatchWorkflow workflow = longhaul.workflow(BatchWorkflow.class);
    WorkflowClient.start(workflow::run, call, List.of(inputs));
    return workflow;
  }

  @SuppressWarnings("unchecked")
  private static List<String> result(WorkflowStub workflow) {
    return workflow.getResult(List.class);
  }
}
