package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchActivityProcessors;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowClient;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page on batches shows does what the page says. */
class InvoicesTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(BatchWorkflow.Impl.class);
  }

  @Test
  void blockingBatch_settlesEachInvoice() {
    longhaul.start(new Invoices_PrintInvoiceHandler_AsyncActivityModule());

    assertThat(run("PrintInvoice", "first", "", "third"))
        .containsExactly("first", "BlankPage: no text", "third");
  }

  @Test
  void externalBatch_isCompletedByTheShop() {
    longhaul.start(new Invoices_OrderPrintHandler_AsyncActivityModule());

    assertThat(run("OrderPrint", "first", "second"))
        .containsExactly("first, from the shop", "second, from the shop");
  }

  @Test
  void processor_settlesWhatMessagesBring() throws Exception {
    Injector injector = longhaul.start(new BatchTest_HandOverHandler_AsyncActivityModule());
    BatchTest.Outbox outbox = injector.getInstance(BatchTest.Outbox.class);
    BatchActivityProcessor<String, String> processor =
        Invoices.processor(
            injector.getInstance(BatchActivityProcessors.class), new Invoices.Printer());
    BatchWorkflow workflow = longhaul.workflow(BatchWorkflow.class);
    WorkflowClient.start(
        workflow::run, Call.of("HandOver", longhaul.activities()), List.of("invoice"));
    await().until(() -> !outbox.handOffs.isEmpty());
    Invoices.receive(
        processor, new Invoices.Message(outbox.handOffs.remove().toText(), "from a message"));
    Invoices.close(processor);

    List<?> results = longhaul.started(workflow).getResult(List.class);
    assertThat(results).isEqualTo(List.of("from a message"));
  }

  private List<String> run(String type, String... inputs) {
    return longhaul
        .workflow(BatchWorkflow.class)
        .run(Call.of(type, longhaul.activities()), List.of(inputs));
  }
}
