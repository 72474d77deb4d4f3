package dev.longhaul.samples.batch;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.options.HandlerOptions;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.DurationText;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.SmallNumber;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has many invoices booked, and cancels another one while it waits, if asked to. */
@Command(
    name = "batch",
    header = "Many invoices are booked by an accounting service that takes ten at a time.")
public final class BatchSample extends Sample {
  /** One of them has no amount. */
  private static final int FAULTY = 4;

  private static final int EUROS = 100;

  @Option(
      names = "--invoices",
      paramLabel = "N",
      defaultValue = "23",
      converter = SmallNumber.class,
      description = "How many there are; ${DEFAULT-VALUE} by default.")
  private int invoices;

  @Option(
      names = "--max-wait",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long the first one of a batch waits for others; 3s by default.")
  private @Nullable Duration maxWait;

  @Option(
      names = "--cancel",
      description = "Then has another workflow cancelled while its invoice waits.")
  private boolean cancel;

  @Override
  protected void run(TemporalService temporal, Story story) throws Exception {
    String id = Names.unique("batch");
    Injector injector =
        Guice.createInjector(
            temporal.longhaul(id).handler("BookInvoiceHandler", this::settings),
            new BookInvoiceHandler_AsyncActivityModule(),
            binder -> binder.bind(Story.class).toInstance(story));
    WorkflowSide workflows =
        WorkflowSide.start(temporal, id + "-workflows", BookingWorkflowImpl.class);
    LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class);
    try (workflows;
        runtime) {
      runtime.start();
      story.item("workflow", id);
      BookingWorkflow workflow = workflows.workflow(BookingWorkflow.class, id);
      story.tell("it sends %d invoices, an activity each".formatted(invoices));
      story.tell(told(workflow.bookAll(all(), id)));
      if (cancel) {
        injector
            .getInstance(LateInvoice.class)
            .cancelWhileItWaits(workflows, id, new Invoice(invoices + 1, EUROS));
      }
    }
  }

  private HandlerOptions settings(HandlerOptions declared) {
    return maxWait == null ? declared : declared.batchMaxWait(maxWait);
  }

  private List<Invoice> all() {
    return IntStream.rangeClosed(1, invoices)
        .mapToObj(number -> new Invoice(number, number == FAULTY ? 0 : EUROS))
        .toList();
  }

  private static String told(Bookings bookings) {
    List<String> refused = bookings.refused();
    return "the workflow has %d booked, and %d refused%s"
        .formatted(
            bookings.booked(),
            refused.size(),
            refused.isEmpty() ? "" : ": " + String.join(", ", refused));
  }
}
