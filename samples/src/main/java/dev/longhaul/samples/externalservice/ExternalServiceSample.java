package dev.longhaul.samples.externalservice;

import com.google.inject.Guice;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.BadOptionException;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.SmallNumber;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a document read, and kills the worker meanwhile, or cancels the workflow. */
@Command(
    name = "external-service",
    header = "A document is read by an outside service on a bad day, and its worker is killed.")
public final class ExternalServiceSample extends Sample {
  private static final int PAGES_TO_LIVE = 2;

  @Option(
      names = "--pages",
      paramLabel = "N",
      defaultValue = "8",
      converter = SmallNumber.class,
      description = "How many pages the document has; ${DEFAULT-VALUE} by default.")
  private int pages;

  @Option(
      names = "--cancel-at",
      paramLabel = "N",
      converter = SmallNumber.class,
      description = "Cancels the workflow after this page, and kills no worker.")
  private @Nullable Integer cancelAt;

  @Override
  protected void run(TemporalService temporal, Story story) throws Exception {
    if (cancelAt != null && cancelAt > pages) {
      throw new BadOptionException(
          "--cancel-at: there is no page " + cancelAt + " of " + pages + " (--pages)");
    }
    String id = Names.unique("external-service");
    try (OcrService service = OcrService.start(story);
        WorkflowSide workflows =
            WorkflowSide.start(temporal, id + "-workflows", ReadingWorkflowImpl.class)) {
      story.item("service", service.address());
      story.item("workflow", id);
      WorkflowStub workflow = WorkflowStub.fromTyped(workflows.workflow(ReadingWorkflow.class, id));
      workflow.start(new Document("ledger.pdf", pages), id);
      if (cancelAt == null) {
        loseWorker(temporal, id, service, story);
      }
      try (LonghaulRuntime runtime = worker(temporal, id, service)) {
        runtime.start();
        story.item("worker", "process %d, this one".formatted(ProcessHandle.current().pid()));
        if (cancelAt != null) {
          service.awaitPages(cancelAt);
          story.tell("the workflow is cancelled");
          workflow.cancel();
        }
        story.tell(outcome(workflow));
      }
    }
  }

  private void loseWorker(TemporalService temporal, String queue, OcrService service, Story story)
      throws Exception {
    int pagesToLive = Math.min(pages, PAGES_TO_LIVE);
    try (ReadingProcess worker = ReadingProcess.start(temporal, queue, service.address())) {
      story.item("worker", "process %d, until it is killed".formatted(worker.pid()));
      service.awaitPages(pagesToLive);
      story.tell("worker-%d is killed".formatted(worker.pid()));
    }
  }

  private static LonghaulRuntime worker(
      TemporalService temporal, String queue, OcrService service) {
    return Guice.createInjector(temporal.longhaul(queue), new ReadingModule(service.address()))
        .getInstance(LonghaulRuntime.class);
  }

  private static String outcome(WorkflowStub workflow) {
    try {
      Text text = workflow.getResult(Text.class);
      return "the workflow has %d words of %d pages".formatted(text.words(), text.pages());
    } catch (WorkflowFailedException e) {
      if (e.getCause() instanceof CanceledFailure) {
        return "the workflow knows that its activity is canceled";
      }
      throw e;
    }
  }
}
