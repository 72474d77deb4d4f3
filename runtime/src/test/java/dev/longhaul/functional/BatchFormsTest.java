package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.functional.ActivityWorkflow.Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Activities that are worked on together, and a workflow that knows nothing of it. */
class BatchFormsTest {
  private static final List<String> INPUTS = List.of("a", "b", "bad", "d");

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Blocking")
  static final class BlockingBatchHandler {
    @OnBatch(maxSize = 4, maxWait = "1m")
    List<Outcome<String>> run(List<BatchItem<String>> items) {
      return outcomes(items);
    }
  }

  @AsyncActivityHandler(activityType = "Stage")
  static final class StageBatchHandler {
    @OnBatch(maxSize = 4, maxWait = "1m")
    CompletionStage<List<Outcome<String>>> run(List<BatchItem<String>> items) {
      return CompletableFuture.supplyAsync(() -> outcomes(items));
    }
  }

  @AsyncActivityHandler(activityType = "External")
  @SuppressWarnings("LH084")
  static final class ExternalBatchHandler {
    @OnBatch(maxSize = 4, maxWait = "1m")
    void run(List<PendingBatchItem<String, String>> items) {
      items.forEach(item -> CompletableFuture.runAsync(() -> complete(item, items)));
    }

    private static void complete(
        PendingBatchItem<String, String> item, List<PendingBatchItem<String, String>> items) {
      if (isBad(item)) {
        item.pending().fail(refusal());
      } else {
        item.pending().complete(result(item, items));
      }
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(BatchWorkflow.Impl.class);
  }

  @Test
  void blocking_settlesEachItemByItsOutcome() {
    assertThat(run("Blocking", new BatchFormsTest_BlockingBatchHandler_AsyncActivityModule()))
        .containsExactly("a of abbadd", "b of abbadd", "Refused: bad", "d of abbadd");
  }

  @Test
  void stage_settlesEachItemWhenTheStageCompletes() {
    assertThat(run("Stage", new BatchFormsTest_StageBatchHandler_AsyncActivityModule()))
        .containsExactly("a of abbadd", "b of abbadd", "Refused: bad", "d of abbadd");
  }

  @Test
  void external_leavesEachItemToWhoeverCompletesIt() {
    assertThat(run("External", new BatchFormsTest_ExternalBatchHandler_AsyncActivityModule()))
        .containsExactly("a of abbadd", "b of abbadd", "Refused: bad", "d of abbadd");
  }

  private List<String> run(String type, Module handler) {
    longhaul.start(handler);
    return longhaul.workflow(BatchWorkflow.class).run(Call.of(type, longhaul.activities()), INPUTS);
  }

  private static List<Outcome<String>> outcomes(List<BatchItem<String>> items) {
    return items.stream()
        .map(
            item ->
                isBad(item)
                    ? Outcome.<String>failed(refusal())
                    : Outcome.completed(result(item, items)))
        .toList();
  }

  private static boolean isBad(BatchItem<String> item) {
    return item.input().equals("bad");
  }

  private static ActivityFailure refusal() {
    return ActivityFailure.ofType("Refused").message("bad").nonRetryable();
  }

  // All inputs of its batch, so that one that came alone, or with others, would show.
  private static String result(BatchItem<String> item, List<? extends BatchItem<String>> items) {
    return item.input()
        + " of "
        + items.stream().map(BatchItem::input).sorted().collect(Collectors.joining());
  }
}
