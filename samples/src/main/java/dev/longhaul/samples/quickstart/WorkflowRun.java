package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.common.WorkflowSide;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.crash.HandlerPlace;
import dev.longhaul.samples.quickstart.options.QuickstartOptions;
import dev.longhaul.samples.quickstart.report.ReportPublisher;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.story.ActivityListener;
import dev.longhaul.samples.quickstart.story.Change;
import dev.longhaul.samples.quickstart.story.WorkflowWatch;
import dev.longhaul.samples.quickstart.workflow.ArchiveWorkflow;
import dev.longhaul.samples.quickstart.workflow.Order;
import dev.longhaul.samples.quickstart.workflow.Outcome;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts the workflow and follows it to its end. */
final class WorkflowRun {
  private final QuickstartOptions options;
  private final ArchiveClient archives;
  private final Screen screen;

  WorkflowRun(QuickstartOptions options, ArchiveClient archives, Screen screen) {
    this.options = options;
    this.archives = archives;
    this.screen = screen;
  }

  /**
   * Runs to the end.
   *
   * @param workflowId also the name of the task queue of the activities
   * @param publisher is given the watch, whose sightings it publishes
   * @param handlers also told what happens
   * @return whether the workflow was completed; false if it was cancelled
   */
  boolean run(
      WorkflowSide workflows,
      String workflowId,
      ReportPublisher publisher,
      CtrlC ctrlC,
      HandlerPlace handlers) {
    WorkflowStub workflow = start(workflows, workflowId);
    Cancellation cancellation =
        new Cancellation(workflow, archives, options.output(), screen, handlers);
    ctrlC.then(
        () -> {
          screen.settle();
          cancellation.request("Ctrl-C");
        });
    try (WorkflowWatch watch =
        WorkflowWatch.start(
            workflows.client(),
            workflowId,
            new HeartbeatDetails(),
            ActivityListener.all(screen, handlers, cancellation, cancelLater(cancellation)))) {
      publisher.watch(watch);
      return end(workflow, cancellation, watch);
    }
  }

  private WorkflowStub start(WorkflowSide workflows, String workflowId) {
    ArchiveWorkflow workflow = workflows.workflow(ArchiveWorkflow.class, workflowId);
    WorkflowClient.start(workflow::run, new Order(options.request(), workflowId));
    return WorkflowStub.fromTyped(workflow);
  }

  private boolean end(WorkflowStub workflow, Cancellation cancellation, WorkflowWatch watch) {
    try {
      Outcome outcome = workflow.getResult(Outcome.class);
      var activities = watch.look();
      screen.settle();
      Words.conclude(outcome, activities, screen);
      return true;
    } catch (WorkflowFailedException e) {
      var unused = watch.look();
      screen.settle();
      if (e.getCause() instanceof CanceledFailure) {
        cancellation.verify();
        return false;
      }
      throw e;
    }
  }

  /** Cancels some time after the first activity has started, where the user wants that. */
  private ActivityListener cancelLater(Cancellation cancellation) {
    return options
        .cancelAfter()
        .map(time -> cancelAfter(time, cancellation))
        .orElse(ActivityListener.NONE);
  }

  private static ActivityListener cancelAfter(Duration time, Cancellation cancellation) {
    CompletableFuture<Void> due = new CompletableFuture<>();
    CompletableFuture<Void> atWork = new CompletableFuture<>();
    var unused =
        due.runAfterBothAsync(atWork, () -> cancellation.request("After " + Text.seconds(time)));
    return (activity, change) -> {
      due.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
      if (change == Change.HEARTBEAT) {
        atWork.complete(null);
      }
    };
  }
}
