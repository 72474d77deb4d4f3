package dev.longhaul.runtime.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that are asked to stop while they wait, and while they are worked on. */
class StoppedItemsTest {
  private final BatchFixture fixture = new BatchFixture();
  private final List<String> seen = new ArrayList<>();
  private final List<String> hooked = new ArrayList<>();
  private final List<CompletableFuture<Object>> stages = new ArrayList<>();

  // Forbidden: it is worked on, a hook runs for it, or the other one's batch is never started.
  @ParameterizedTest
  @EnumSource
  void itemThatWaits_isCanceled_andWorkedOnByNobody(CompletionForm form) {
    fixture.handler(form, 3, (handler, call) -> note(call.items(), form), this::hooks);
    TaskToken stopped = fixture.receive("stopped");
    fixture.receive("other");
    fixture.cancel(stopped);

    assertThat(fixture.end(stopped)).isEqualTo("canceled");
    assertThat(seen).doesNotContain("stopped");
    assertThat(hooked).isEmpty();
    fixture.waitForCompany();
    fixture.runBlocking();
    assertThat(seen).containsExactly("other");
  }

  private HandlerBinding.Builder<Object> hooks(HandlerBinding.Builder<Object> binding) {
    return binding.onCancel(
        (handler, call) -> {
          hooked.add((String) call.item().input());
          return null;
        });
  }

  private Object note(List<? extends BatchItem<?>> items, CompletionForm form) {
    items.forEach(item -> seen.add((String) item.input()));
    if (form == CompletionForm.STAGE) {
      CompletableFuture<Object> stage = new CompletableFuture<>();
      stages.add(stage);
      return stage;
    }
    return List.of();
  }

  // Forbidden: the list gets shorter under the method, or the value that arrives is lost.
  @Test
  void itemInABatch_keepsItsIndex_andAValueCounts() {
    fixture.handler(
        CompletionForm.STAGE, 2, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken stopped = fixture.receive("a");
    TaskToken other = fixture.receive("b");
    fixture.cancel(stopped);
    stages.get(0).complete(List.of(Outcome.completed("one"), Outcome.completed("two")));

    assertThat(fixture.end(stopped)).isEqualTo("completed \"one\"");
    assertThat(fixture.end(other)).isEqualTo("completed \"two\"");
  }

  @Test
  void itemInABatch_thatConfirms_isCanceledWithItsDetails() {
    fixture.handler(
        CompletionForm.STAGE, 2, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken stopped = fixture.receive("a");
    TaskToken other = fixture.receive("b");
    fixture.cancel(stopped);
    stages.get(0).complete(List.of(Outcome.cancelled("half done"), Outcome.completed("two")));

    assertThat(fixture.end(stopped)).isEqualTo("canceled \"half done\"");
    assertThat(fixture.end(other)).isEqualTo("completed \"two\"");
  }

  @Test
  void cancelHook_isCalledForTheStoppedItemAlone() {
    fixture.handler(
        CompletionForm.STAGE,
        2,
        (handler, call) -> note(call.items(), CompletionForm.STAGE),
        this::hooks);
    TaskToken stopped = fixture.receive("a");
    fixture.receive("b");
    fixture.cancel(stopped);

    assertThat(hooked).containsExactly("a");
  }

  // Forbidden: the work of others is cut off.
  @Test
  void stage_isCancelled_onlyWhenTheLastItemIsToEnd() {
    fixture.handler(
        CompletionForm.STAGE, 2, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken a = fixture.receive("a");
    TaskToken b = fixture.receive("b");
    fixture.cancel(a);
    fixture.advance(10);
    assertThat(fixture.end(a)).isEqualTo("canceled");
    assertThat(stages.get(0)).isNotDone();
    fixture.cancel(b);

    assertThat(stages.get(0)).isCancelled();
    assertThat(fixture.end(b)).isEqualTo("canceled");
  }

  // Forbidden: the stage goes on for an item that somebody else has completed.
  @Test
  void stage_isCancelled_whenTheOthersHaveEndedByThemselves() {
    fixture.handler(
        CompletionForm.STAGE, 3, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken first = fixture.receive("a");
    TaskToken asked = fixture.receive("b");
    TaskToken last = fixture.receive("c");
    fixture.dispatch.manager.completeProcessing(first, "elsewhere");
    fixture.cancel(asked);
    assertThat(stages.get(0)).isNotDone();
    fixture.dispatch.manager.completeProcessing(last, "elsewhere");

    assertThat(stages.get(0)).isCancelled();
  }

  // Forbidden: the thread is interrupted for one of two, or not at all for both.
  @Test
  void thread_isInterrupted_onlyWhenTheLastItemIsToEnd() {
    List<Boolean> interrupted = new ArrayList<>();
    TaskToken[] tokens = new TaskToken[2];
    fixture.handler(
        CompletionForm.BLOCKING,
        2,
        (handler, call) -> {
          fixture.cancel(tokens[0]);
          interrupted.add(Thread.currentThread().isInterrupted());
          fixture.cancel(tokens[1]);
          interrupted.add(Thread.currentThread().isInterrupted());
          throw new InterruptedException();
        });
    tokens[0] = fixture.receive("a");
    tokens[1] = fixture.receive("b");
    fixture.runBlocking();

    assertThat(interrupted).containsExactly(false, true);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(fixture.end(tokens[0])).isEqualTo("canceled");
    assertThat(fixture.end(tokens[1])).isEqualTo("canceled");
  }

  // The stage does not react to anything. Forbidden: no other batch is ever started.
  @Test
  void batchWhoseItemsHaveAllEnded_isOver_whateverItsWorkDoes() {
    fixture.handler(
        CompletionForm.STAGE,
        1,
        (handler, call) -> {
          note(call.items(), CompletionForm.STAGE);
          return new CompletableFuture<>().minimalCompletionStage();
        });
    TaskToken stuck = fixture.receive("stuck");
    fixture.receive("next");
    assertThat(seen).containsExactly("stuck");
    fixture.cancel(stuck);
    fixture.advance(10);

    assertThat(fixture.end(stuck)).isEqualTo("canceled");
    assertThat(seen).containsExactly("stuck", "next");
  }

  // Somebody else completes it by its token. Forbidden: its work is done twice.
  @Test
  void itemThatIsCompletedWhileItWaits_isInNoBatch() {
    fixture.handler(
        CompletionForm.STAGE, 3, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken completed = fixture.receive("a");
    fixture.receive("b");
    fixture.dispatch.manager.completeProcessing(completed, "elsewhere");
    fixture.waitForCompany();

    assertThat(seen).containsExactly("b");
    assertThat(fixture.end(completed)).isEqualTo("completed \"elsewhere\"");
  }

  @Test
  void items_areHeartbeatedWhileTheyWait_andWhileTheyAreWorkedOn() {
    fixture.handler(
        CompletionForm.STAGE, 1, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    TaskToken worked = fixture.receive("a");
    TaskToken waits = fixture.receive("b");
    fixture.advance(10);

    assertThat(seen).containsExactly("a");
    assertThat(fixture.dispatch.server.beaten).containsExactlyInAnyOrder(worked, waits);
  }

  // The end of the first batch makes room for another one. Forbidden: that starts, to be ended at
  // once; or what waits is lost until its timeout.
  @Test
  void itemThatWaitsWhenTheProcessEnds_failsForAnotherOne() {
    fixture.handler(
        CompletionForm.STAGE, 1, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    fixture.receive("a");
    TaskToken waits = fixture.receive("b");
    fixture.dispatch.batches.stop();
    fixture.dispatch.manager.shutDown();

    assertThat(fixture.end(waits)).startsWith("WorkerShutdown: ");
    assertThat(seen).containsExactly("a");
  }

  @Test
  void drain_startsAPartialBatchAtOnce() {
    fixture.handler(
        CompletionForm.STAGE, 10, (handler, call) -> note(call.items(), CompletionForm.STAGE));
    fixture.receive("a");
    fixture.dispatch.batches.drain();

    assertThat(seen).containsExactly("a");
  }
}
