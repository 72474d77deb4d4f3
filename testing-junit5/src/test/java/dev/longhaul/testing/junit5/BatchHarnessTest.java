package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.StopRequest;
import dev.longhaul.testing.junit5.HandlerEvent.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several activities in one run of a batch handler. */
class BatchHarnessTest {
  private final Printer printer = new Printer();
  private final HandlerHarness<PrintPageHandler> harness =
      HandlerHarness.of(PrintPageHandler.class)
          .modules(binder -> binder.bind(Printer.class).toInstance(printer));

  @AsyncActivityHandler(activityType = "Weigh", heartbeatInterval = "10s", maxConcurrent = 20)
  static final class WeighHandler {
    private final CountDownLatch empty = new CountDownLatch(1);

    @OnBatch(maxSize = 2)
    List<Outcome<Integer>> weigh(List<BatchItem<Integer>> items) throws InterruptedException {
      empty.await();
      return items.stream().map(item -> Outcome.completed(item.input())).toList();
    }
  }

  @AsyncActivityHandler(activityType = "Mail", heartbeatInterval = "10s", maxOutstanding = 20)
  @SuppressWarnings("LH084") // the test has nothing to withdraw
  static final class MailHandler {
    @OnBatch(maxSize = 2)
    void mail(List<PendingBatchItem<String, String>> items) {}
  }

  @Test
  void fullBatch_startsAtOnce_andTheNextActivityWaits() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      harness.startBeside(first, "2");
      assertThat(printer.jobs()).isEmpty();
      HandlerRun<PrintPageHandler> third = harness.startBeside(first, "3");
      HandlerRun<PrintPageHandler> fourth = harness.startBeside(first, "4");

      assertThat(printer.jobs())
          .singleElement()
          .returns(List.of("1", "2", "3"), Printer.Job::pages);
      assertThat(third.elapsed()).isZero();
      assertThat(third.handler()).isSameAs(first.handler());
      assertThat(fourth.events()).isEmpty();
    }
  }

  @Test
  void eventsAndHeartbeats_areThoseOfEachActivity() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      first.advance(Duration.ofSeconds(25));
      HandlerRun<PrintPageHandler> second = harness.startBeside(first, "2");
      second.advance(Duration.ofSeconds(35));

      assertThat(first.heartbeats()).hasSize(6);
      assertThat(second.heartbeats()).hasSize(3);
      assertThat(second.events())
          .filteredOn(event -> event.kind() == Kind.START_CALLED)
          .singleElement()
          .returns(Duration.ofMinutes(1), HandlerEvent::at);
      printer
          .jobs()
          .get(0)
          .done()
          .complete(List.of(Outcome.completed("a"), Outcome.completed("b")));
      assertThat(second.outcome().at()).isEqualTo(Duration.ofMinutes(1));
      assertThat(first.events()).filteredOn(e -> e.kind() == Kind.OUTCOME_DECIDED).hasSize(1);
    }
  }

  @Test
  void batchThatThrows_failsEach() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      HandlerRun<PrintPageHandler> second = harness.startBeside(first, "2");
      first.advance(Duration.ofMinutes(1));
      printer.jobs().get(0).done().completeExceptionally(new IllegalStateException("paper jam"));

      assertThat(first.failure()).hasMessageContaining("paper jam");
      assertThat(second.failure()).hasMessageContaining("paper jam");
    }
  }

  @Test
  void inputThatDoesNotFit_failsItsActivityAlone() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      HandlerRun<PrintPageHandler> odd = harness.startBeside(first, List.of("2"));
      first.advance(Duration.ofMinutes(1));

      assertThat(odd.failure().info())
          .isInstanceOfSatisfying(
              FailureInfo.Application.class,
              failure -> assertThat(failure.type()).isEqualTo("InputMismatch"));
      assertThat(printer.jobs().get(0).pages()).containsExactly("1");
      assertThat(first.isOpen()).isTrue();
    }
  }

  @Test
  void whatIsSaidOfAnActivity_countsForItAlone() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      HandlerRun<PrintPageHandler> other =
          harness.attempt(2).activityId("other").lastHeartbeatDetails(40).startBeside(first, "2");

      assertThat(other.heartbeatDetails(Integer.class)).contains(40);
      assertThat(first.heartbeatDetails(Integer.class)).isEmpty();
    }
  }

  // Its next attempt, after a pause, a reset or a timeout, waits as any other one does.
  @ParameterizedTest
  @EnumSource(value = StopRequest.Kind.class, names = "SHUTDOWN", mode = EnumSource.Mode.EXCLUDE)
  void stopOfOne_leavesTheOtherOneWaiting(StopRequest.Kind kind) {
    try (HandlerRun<PrintPageHandler> first =
        harness.startToCloseTimeout(Duration.ofSeconds(50)).start("1")) {
      HandlerRun<PrintPageHandler> second = harness.workflowId("other").startBeside(first, "2");
      first.stop(kind);

      assertThat(first.isOpen()).isFalse();
      assertThat(second.isOpen()).isTrue();
      assertThat(printer.stricken()).isEmpty();
      second.advance(Duration.ofMinutes(1));
      assertThat(printer.jobs().get(0).pages()).startsWith("2");
      assertThat(second.isOpen()).isTrue();
    }
  }

  @Test
  void shutdown_endsTheOneThatWaits_andTellsTheOneInABatch() {
    try (HandlerRun<PrintPageHandler> first = harness.start("1")) {
      first.advance(Duration.ofMinutes(1));
      HandlerRun<PrintPageHandler> waiting = harness.startBeside(first, "2");
      waiting.stop(StopRequest.Kind.SHUTDOWN);

      assertThat(waiting.isOpen()).isFalse();
      assertThat(printer.stricken()).containsExactly("1");
    }
  }

  @Test
  void blockingBatch_hasAThread() {
    try (HandlerRun<WeighHandler> first = HandlerHarness.of(WeighHandler.class).start(1)) {
      HandlerRun<WeighHandler> second = HandlerHarness.of(WeighHandler.class).startBeside(first, 2);
      assertThat(first.isOpen()).isTrue();
      second.handler().empty.countDown();

      assertThat(first.result(Integer.class)).contains(1);
      assertThat(second.result(Integer.class)).contains(2);
    }
  }

  @Test
  void externalBatch_isCompletedFromOutside_eachByItsReference() {
    HandlerHarness<MailHandler> mail =
        HandlerHarness.of(MailHandler.class).startToCloseTimeout(Duration.ofDays(1));
    try (HandlerRun<MailHandler> first = mail.start("a")) {
      HandlerRun<MailHandler> second = mail.startBeside(first, "b");
      first.advance(Duration.ofHours(3));
      second.client().complete(second.reference(), "delivered");

      assertThat(second.result(String.class)).contains("delivered");
      assertThat(first.isOpen()).isTrue();
    }
  }

  @Test
  void run_isClosedByWhicheverIsClosedFirst() {
    HandlerRun<PrintPageHandler> first = harness.start("1");
    HandlerRun<PrintPageHandler> second = harness.startBeside(first, "2");
    second.close();

    assertThat(first.isOpen()).isFalse();
    first.close();
  }

  @Test
  void handlerWithoutBatches_hasNothingBesideIt() {
    RenderFarm farm = new RenderFarm();
    HandlerHarness<TranscodeHandler> single =
        HandlerHarness.of(TranscodeHandler.class)
            .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm));
    try (HandlerRun<TranscodeHandler> run = single.start("cat.mov")) {
      assertThatThrownBy(() -> single.startBeside(run, "dog.mov"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("TranscodeHandler works on one activity at a time");
      assertThat(farm.jobs()).hasSize(1);
    }
  }
}
