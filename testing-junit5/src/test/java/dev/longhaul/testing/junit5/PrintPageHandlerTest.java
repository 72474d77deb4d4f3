package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.StopRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The batches of docs/testing.md. */
class PrintPageHandlerTest {
  private final Printer printer = new Printer();
  private final HandlerHarness<PrintPageHandler> harness =
      HandlerHarness.of(PrintPageHandler.class)
          .modules(binder -> binder.bind(Printer.class).toInstance(printer));

  @Test
  void pages_waitForCompany_andEndByTheirOwnOutcomes() {
    try (HandlerRun<PrintPageHandler> cover = harness.start("cover")) {
      cover.advance(Duration.ofSeconds(20));
      HandlerRun<PrintPageHandler> index = harness.startBeside(cover, "index");
      index.advance(Duration.ofSeconds(39));
      assertThat(printer.jobs()).isEmpty();
      index.advance(Duration.ofSeconds(1));
      Printer.Job job = printer.jobs().get(0);
      assertThat(job.pages()).containsExactly("cover", "index");

      job.done()
          .complete(
              List.of(
                  Outcome.failed(ActivityFailure.ofType("Blank").message("no ink").nonRetryable()),
                  Outcome.completed("page 2")));
      assertThat(cover.failure()).hasMessageContaining("no ink");
      assertThat(index.result(String.class)).contains("page 2");
    }
  }

  @Test
  void pageThatIsStoppedWhileItWaits_isNotPrinted() {
    try (HandlerRun<PrintPageHandler> cover = harness.start("cover")) {
      HandlerRun<PrintPageHandler> index = harness.startBeside(cover, "index");
      cover.stop(StopRequest.Kind.CANCELLED);
      assertThat(cover.cancellationDetails().size()).isZero();
      index.advance(Duration.ofMinutes(1));
      assertThat(printer.jobs().get(0).pages()).containsExactly("index");
      assertThat(printer.stricken()).isEmpty();
    }
  }

  @Test
  void pageThatIsStoppedInItsBatch_isStricken_andTheOthersArePrinted() {
    try (HandlerRun<PrintPageHandler> cover = harness.start("cover")) {
      HandlerRun<PrintPageHandler> index = harness.startBeside(cover, "index");
      cover.advance(Duration.ofMinutes(1));
      cover.stop(StopRequest.Kind.CANCELLED);
      assertThat(printer.stricken()).containsExactly("cover");
      cover.advance(Duration.ofSeconds(30));
      assertThat(cover.outcome()).isInstanceOf(AttemptOutcome.Cancelled.class);
      assertThat(index.isOpen()).isTrue();
      printer.jobs().get(0).done().complete(List.of(Outcome.cancelled(), Outcome.completed("2")));
      assertThat(index.result(String.class)).contains("2");
    }
  }
}
