package dev.longhaul.runtime.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.BatchOptions;
import dev.longhaul.api.BatchRefusedException;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PauseEvent;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.TaskToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Activities that were received elsewhere. */
class ProcessorTest {
  private static final ProcessingOptions OPTIONS =
      ProcessingOptions.heartbeating(HeartbeatInterval.every(Duration.ofSeconds(10)))
          .eraseDetails();

  private final BatchFixture fixture = new BatchFixture();
  private final List<List<BatchItem<Integer>>> batches = new ArrayList<>();
  private final List<CompletableFuture<List<Outcome<String>>>> results = new ArrayList<>();

  @Test
  void items_settleByTheirOutcomes() {
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 2);
    assertThat(processor.enqueue(token("a"), 1)).isCompleted();
    assertThat(processor.enqueue(token("b"), 2)).isCompleted();
    assertThat(batches).hasSize(1);
    assertThat(batches.get(0)).extracting(BatchItem::input).containsExactly(1, 2);
    results.get(0).complete(List.of(Outcome.completed("one"), Outcome.failed(failure())));

    assertThat(fixture.end(token("a"))).isEqualTo("completed \"one\"");
    assertThat(fixture.end(token("b"))).isEqualTo("java.lang.IllegalStateException: two");
  }

  @Test
  void defaults_areTenAndFiveSeconds() {
    BatchActivityProcessor<Integer, String> processor =
        fixture.dispatch.batches.create(OPTIONS, BatchOptions.defaults(), this::work);
    for (int i = 0; i < 11; i++) {
      processor.enqueue(token("item " + i), i).join();
    }
    assertThat(batches).hasSize(1);
    assertThat(batches.get(0)).hasSize(10);
    results.get(0).complete(List.of());
    fixture.advance(4);
    assertThat(batches).hasSize(1);
    fixture.advance(1);

    assertThat(batches).hasSize(2);
  }

  @Test
  void functionThatThrows_orAnswersTheWrongNumber_failsEachItem() {
    BatchActivityProcessor<Integer, String> processor =
        fixture.dispatch.batches.create(
            OPTIONS,
            BatchOptions.defaults().maxSize(1),
            items -> {
              if (items.get(0).input() == 1) {
                throw new IllegalStateException("thrown");
              }
              return CompletableFuture.completedFuture(List.<Outcome<String>>of());
            });
    processor.enqueue(token("a"), 1).join();
    processor.enqueue(token("b"), 2).join();

    assertThat(fixture.end(token("a"))).isEqualTo("java.lang.IllegalStateException: thrown");
    assertThat(fixture.end(token("b")))
        .contains("the batch method of BatchActivityProcessor returned 0 outcomes for 1 item");
  }

  // Forbidden: one that is refused is looked after all the same, or waits without being counted.
  @Test
  void fullQueue_refuses_andDoesNothingWithTheActivity() {
    BatchActivityProcessor<Integer, String> processor =
        fixture.dispatch.batches.create(
            OPTIONS, BatchOptions.defaults().maxSize(2).capacity(2), this::work);
    processor.enqueue(token("in a batch"), 1).join();
    processor.enqueue(token("in a batch too"), 2).join();
    processor.enqueue(token("waits"), 3).join();
    processor.enqueue(token("waits too"), 4).join();
    Throwable refusal = refusal(processor, "one too many");

    assertThat(refusal).hasMessageContaining("2 activities wait for a batch");
    assertThat(((BatchRefusedException) refusal).reason())
        .isEqualTo(BatchRefusedException.Reason.FULL);
    assertThat(fixture.dispatch.manager.find(token("one too many"))).isEmpty();
    results.get(0).complete(List.of());
    assertThat(processor.enqueue(token("one too many"), 5)).isCompleted();
  }

  // Forbidden: an item that was accepted is in no batch, since it came before the drain; or the
  // drain is over while one is open.
  @Test
  void drain_startsWhatWaits_refusesWhatComes_andEndsWithTheLastItem() {
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 10);
    processor.enqueue(token("a"), 1).join();
    CompletableFuture<Void> drained = processor.drain();
    assertThat(batches).hasSize(1);
    assertThat(drained).isNotDone();
    Throwable refusal = refusal(processor, "late");
    assertThat(((BatchRefusedException) refusal).reason())
        .isEqualTo(BatchRefusedException.Reason.CLOSED);
    results.get(0).complete(List.of(Outcome.completed("one")));

    assertThat(drained).isCompleted();
    assertThat(processor.drain()).isCompleted();
    assertThat(fixture.end(token("a"))).isEqualTo("completed \"one\"");
  }

  @Test
  void drain_ofAnEmptyProcessor_isDone_andNobodyElseCanSaySo() {
    assertThat(processor(OPTIONS, 10).drain()).isCompleted();
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 10);
    processor.enqueue(token("a"), 1).join();
    processor.drain().complete(null);

    assertThat(processor.drain()).isNotDone();
  }

  @Test
  void activityThatCannotBeLookedAfter_isRefused_andCountsNoMore() {
    ProcessingOptions auto = ProcessingOptions.heartbeating(HeartbeatInterval.auto());
    BatchActivityProcessor<Integer, String> processor = processor(auto, 10);

    assertThat(failure(processor.enqueue(token("bare"), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("eraseDetails");
    assertThat(failure(processor.enqueue(HandOff.eraseDetails(token("no timeout")), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heartbeat timeout");
    assertThat(processor.drain()).isCompleted();
  }

  @Test
  void closedManager_refuses() {
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 10);
    fixture.dispatch.manager.close();

    assertThat(refusal(processor, "late")).hasCauseInstanceOf(IllegalStateException.class);
    assertThat(processor.drain()).isCompleted();
  }

  @Test
  void itemThatWaits_isCanceled_andWhoeverListensIsTold() {
    List<StopRequest.Kind> told = new ArrayList<>();
    BatchActivityProcessor<Integer, String> processor =
        processor(OPTIONS.onStop(why -> told.add(why.kind())), 10);
    processor.enqueue(token("a"), 1).join();
    fixture.cancel(token("a"));

    assertThat(fixture.end(token("a"))).isEqualTo("canceled");
    assertThat(told).containsExactly(StopRequest.Kind.CANCELLED);
    fixture.waitForCompany();
    assertThat(batches).isEmpty();
  }

  // The same activity again, since whoever hands it over does so twice. Forbidden: it is worked on
  // twice.
  @Test
  void sameActivityAgain_takesThePlaceOfTheOneThatWaits() {
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 2);
    processor.enqueue(token("a"), 1).join();
    processor.enqueue(token("a"), 2).join();
    assertThat(batches).isEmpty();
    processor.enqueue(token("b"), 3).join();

    assertThat(batches).hasSize(1);
    assertThat(batches.get(0)).extracting(BatchItem::input).containsExactly(2, 3);
  }

  @Test
  void heartbeatDetails_areAskedFor_ofWhatIsWorkedOn() {
    int[] asked = {0};
    BatchActivityProcessor<Integer, String> processor =
        processor(OPTIONS.heartbeatDetails(() -> ++asked[0]).onPause((PauseEvent event) -> {}), 2);
    processor.enqueue(token("a"), 1).join();
    fixture.advance(10);
    assertThat(asked[0]).isZero();
    processor.enqueue(token("b"), 2).join();
    fixture.advance(10);

    assertThat(asked[0]).isPositive();
  }

  @Test
  void context_tellsWhatTheHandOffSays_andRefusesWhatItDoesNot() {
    BatchActivityProcessor<Integer, String> processor = processor(OPTIONS, 2);
    FullActivityId id = FullActivityId.of("default", "workflow", "run", "activity");
    processor.enqueue(HandOff.eraseDetails(token("known")).id(id).attempt(3), 1).join();
    processor.enqueue(token("unknown"), 2).join();
    BatchItem<Integer> known = batches.get(0).get(0);
    BatchItem<Integer> unknown = batches.get(0).get(1);

    assertThat(known.context().idempotencyKey()).isEqualTo("default/workflow/run/activity");
    assertThat(known.context().attempt()).isEqualTo(3);
    assertThat(unknown.context().workflowId()).isEmpty();
    assertThat(unknown.context().attempt()).isZero();
    assertThatThrownBy(() -> unknown.context().idempotencyKey())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("HandOff.id");
    unknown.context().heartbeat("details of what has no ids");
  }

  private BatchActivityProcessor<Integer, String> processor(ProcessingOptions options, int size) {
    return fixture.dispatch.batches.create(
        options, BatchOptions.defaults().maxSize(size).maxWait(BatchFixture.WAIT), this::work);
  }

  private CompletableFuture<List<Outcome<String>>> work(List<BatchItem<Integer>> items) {
    batches.add(items);
    CompletableFuture<List<Outcome<String>>> result = new CompletableFuture<>();
    results.add(result);
    return result;
  }

  private static Throwable refusal(
      BatchActivityProcessor<Integer, String> processor, String activity) {
    Throwable refusal = failure(processor.enqueue(token(activity), 0));
    assertThat(refusal).isInstanceOf(BatchRefusedException.class);
    return refusal;
  }

  private static Throwable failure(CompletableFuture<Void> future) {
    Throwable thrown = catchThrowable(future::join);
    assertThat(thrown).isInstanceOf(CompletionException.class);
    return Objects.requireNonNull(thrown.getCause());
  }

  private static RuntimeException failure() {
    return new IllegalStateException("two");
  }

  private static TaskToken token(String name) {
    return TaskToken.of(name.getBytes(StandardCharsets.UTF_8));
  }
}
