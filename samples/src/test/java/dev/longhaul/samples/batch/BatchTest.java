package dev.longhaul.samples.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.longhaul.samples.SampleRun;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(100)
@Execution(CONCURRENT)
class BatchTest {

  @Test
  void invoices_areBookedInBatches_andTheOneThatIsRefusedFailsAlone() {
    SampleRun run = SampleRun.of("batch").assertEndedWell().assertShown("batch");

    assertThat(sizes(run)).allMatch(size -> size <= 10);
    assertThat(sizes(run).stream().mapToInt(Integer::intValue).sum()).isEqualTo(23);
    assertThat(run.out())
        .contains("the workflow has 22 booked, and 1 refused: invoice 4 has no amount");
  }

  // Nothing waits for the clock: forbidden is a batch that is not full, or a hang for a minute.
  @Test
  void fullBatch_waitsForNobody_andACancelledInvoiceLeavesTheQueue() {
    SampleRun run =
        SampleRun.of("batch", "--invoices", "20", "--max-wait", "1h", "--cancel").assertEndedWell();

    assertThat(sizes(run)).containsExactly(10, 10);
    assertThat(run.out())
        .containsSubsequence(
            "the workflow has 19 booked, and 1 refused",
            "invoice 21 waits for company",
            "its workflow is cancelled",
            "its activity is canceled, and accounting has never seen it");
  }

  @Test
  void batchThatStaysSmall_startsWhenItsFirstInvoiceHasWaited() {
    SampleRun run = SampleRun.of("batch", "--invoices", "3", "--max-wait", "1s").assertEndedWell();

    assertThat(run.out()).contains("the workflow has 3 booked, and 0 refused");
  }

  // The story does not end as it should.
  @Test
  void invoiceThatDoesNotWait_isOneClearError() {
    SampleRun run = SampleRun.of("batch", "--invoices", "1", "--max-wait", "1ms", "--cancel");

    assertThat(run.err())
        .contains("the invoice was in a batch before it was cancelled; let it wait longer")
        .containsOnlyOnce("\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --invoices 0    | "0" is no number from 1 to 99
          --invoices many | "many" is no number from 1 to 99
          --max-wait long | "long"
          --cancel=maybe  | maybe
          """)
  void valueThatIsOfNoUse_isRefused(String options, String message) {
    SampleRun.of(("batch " + options).split(" ")).assertRefused(message);
  }

  private static List<Integer> sizes(SampleRun run) {
    return Pattern.compile("starts, of size (\\d+)")
        .matcher(run.out())
        .results()
        .map(batch -> Integer.valueOf(batch.group(1)))
        .toList();
  }
}
