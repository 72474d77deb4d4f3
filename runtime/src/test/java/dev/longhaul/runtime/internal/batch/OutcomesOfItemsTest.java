package dev.longhaul.runtime.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.spi.CompletionForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of each item, whatever a batch method returns or throws. */
class OutcomesOfItemsTest {
  private final BatchFixture fixture = new BatchFixture();

  // Forbidden: an activity that is open for ever, or a permit that nobody gives back.
  @AfterEach
  void nothingIsHeld() {
    assertThat(fixture.dispatch.manager.snapshot()).isEmpty();
    for (int i = 0; i < 100; i++) {
      assertThat(fixture.permits.acquire()).isDone();
    }
    assertThat(fixture.clock.pendingTasks()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "STAGE"})
  void outcomes_areForTheItemsInOrder(CompletionForm form) {
    returning(
        form,
        List.of(
            Outcome.completed("one"),
            Outcome.failed(ActivityFailure.ofType("Refused").message("two").nonRetryable()),
            Outcome.failed(new IllegalStateException("three"))));
    List<TaskToken> items = receive("a", "b", "c");

    assertThat(fixture.end(items.get(0))).isEqualTo("completed \"one\"");
    assertThat(fixture.end(items.get(1))).isEqualTo("Refused!: two");
    assertThat(fixture.end(items.get(2))).isEqualTo("java.lang.IllegalStateException: three");
  }

  // Forbidden: any item settles by the outcome of another one.
  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "STAGE"})
  void wrongLength_failsAllRetryably_andNamesBothSizes(CompletionForm form) {
    returning(form, List.of(Outcome.completed("one"), Outcome.completed("two")));
    List<TaskToken> items = receive("a", "b", "c");

    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(fixture.end(item))
                    .startsWith("BatchOutcomeMismatch: the batch method of WorkHandler returned")
                    .contains("2 outcomes for 3 items"));
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCKING", "STAGE"})
  void noList_failsAllRetryably(CompletionForm form) {
    returning(form, null);
    List<TaskToken> items = receive("a", "b", "c");

    assertThat(items)
        .allSatisfy(item -> assertThat(fixture.end(item)).contains("returned null for 3 items"));
  }

  @Test
  void nullInTheList_failsItsItemAlone() {
    returning(
        CompletionForm.BLOCKING,
        Arrays.asList(Outcome.completed("one"), null, Outcome.completed("three")));
    List<TaskToken> items = receive("a", "b", "c");

    assertThat(fixture.end(items.get(0))).isEqualTo("completed \"one\"");
    assertThat(fixture.end(items.get(1)))
        .startsWith("BatchOutcomeMismatch: ")
        .contains("no outcome for item 2 of 3");
    assertThat(fixture.end(items.get(2))).isEqualTo("completed \"three\"");
  }

  // A list may compute its elements when it is read. Forbidden: items that nobody settles.
  @Test
  void listThatThrows_failsAll() {
    returning(
        CompletionForm.BLOCKING,
        new java.util.AbstractList<Outcome<String>>() {
          @Override
          public Outcome<String> get(int index) {
            throw new IllegalStateException("lazy");
          }

          @Override
          public int size() {
            return 3;
          }
        });

    assertThat(receive("a", "b", "c"))
        .allSatisfy(item -> assertThat(fixture.end(item)).endsWith("IllegalStateException: lazy"));
  }

  @ParameterizedTest
  @EnumSource
  void methodThatThrows_failsEachItem(CompletionForm form) {
    fixture.handler(
        form,
        3,
        (handler, call) -> {
          throw new StackOverflowError("deep");
        });

    assertThat(receive("a", "b", "c"))
        .allSatisfy(
            item -> assertThat(fixture.end(item)).isEqualTo("java.lang.StackOverflowError: deep"));
  }

  @Test
  void stageThatFails_orIsNull_failsEachItem() {
    fixture.handler(
        CompletionForm.STAGE,
        3,
        (handler, call) ->
            call.items().get(0).input().equals("a")
                ? CompletableFuture.failedFuture(new IllegalStateException("late"))
                : null);

    assertThat(receive("a", "b", "c"))
        .allSatisfy(item -> assertThat(fixture.end(item)).endsWith("IllegalStateException: late"));
    assertThat(receive("d", "e", "f"))
        .allSatisfy(item -> assertThat(fixture.end(item)).contains("null in place of a stage"));
  }

  // Forbidden: the throw takes back what was decided.
  @Test
  void itemThatCompletedByItself_keepsItsOutcome_whenTheMethodThrows() {
    fixture.handler(
        CompletionForm.EXTERNAL,
        3,
        (handler, call) -> {
          List<PendingBatchItem<String, String>> items = call.items();
          items.get(1).pending().complete("done");
          throw new IllegalStateException("then it broke");
        });
    List<TaskToken> items = receive("a", "b", "c");

    assertThat(fixture.end(items.get(0))).endsWith("then it broke");
    assertThat(fixture.end(items.get(1))).isEqualTo("completed \"done\"");
    assertThat(fixture.end(items.get(2))).endsWith("then it broke");
  }

  @Test
  void externalItems_staySeparatelyOpen_untilSomebodyCompletesThem() {
    List<PendingBatchItem<String, String>> pending = new ArrayList<>();
    fixture.handler(
        CompletionForm.EXTERNAL,
        2,
        (handler, call) -> {
          pending.addAll(call.<PendingBatchItem<String, String>>items());
          return null;
        });
    List<TaskToken> items = receive("a", "b");
    pending.get(1).pending().complete("second");

    assertThat(fixture.end(items.get(0))).isEqualTo("open");
    assertThat(fixture.end(items.get(1))).isEqualTo("completed \"second\"");
    pending.get(0).pending().fail(new IllegalStateException("first"));
    assertThat(fixture.end(items.get(0))).endsWith("IllegalStateException: first");
  }

  // Forbidden: others wait for it, or fail with it.
  @Test
  void itemWhoseInputCannotBeRead_failsAlone_andIsInNoBatch() {
    List<String> seen = new ArrayList<>();
    fixture.handler(
        CompletionForm.STAGE,
        2,
        (handler, call) -> {
          List<BatchItem<String>> items = call.items();
          items.forEach(item -> seen.add(item.input()));
          return CompletableFuture.completedFuture(
              items.stream().map(item -> Outcome.completed(item.input())).toList());
        });
    TaskToken a = fixture.receive("a");
    TaskToken bad = fixture.receive("bad", "{\"not\": \"a text\"}");
    TaskToken c = fixture.receive("c");

    assertThat(fixture.end(bad)).startsWith("InputMismatch: input 1 of Work");
    assertThat(seen).containsExactly("a", "c");
    assertThat(fixture.end(a)).isEqualTo("completed \"a\"");
    assertThat(fixture.end(c)).isEqualTo("completed \"c\"");
  }

  // Forbidden: an item that stays open, since nobody had asked to cancel it.
  @Test
  void cancelledThatNobodyAskedFor_failsRetryably() {
    returning(CompletionForm.BLOCKING, List.of(Outcome.cancelled("why")));
    TaskToken item = fixture.receive("a");
    fixture.waitForCompany();
    fixture.runBlocking();

    assertThat(fixture.end(item)).contains("CancellationNotRequestedException: ");
  }

  private void returning(CompletionForm form, @Nullable Object outcomes) {
    fixture.handler(
        form,
        3,
        (handler, call) ->
            form == CompletionForm.STAGE ? CompletableFuture.completedFuture(outcomes) : outcomes);
  }

  private List<TaskToken> receive(String... inputs) {
    List<TaskToken> tokens = Arrays.stream(inputs).map(fixture::receive).toList();
    fixture.runBlocking();
    return tokens;
  }
}
