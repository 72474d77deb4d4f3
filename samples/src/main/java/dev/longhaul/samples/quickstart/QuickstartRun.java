package dev.longhaul.samples.quickstart;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.samples.common.BadOptionException;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveService;
import dev.longhaul.samples.quickstart.crash.DoomedProcess;
import dev.longhaul.samples.quickstart.crash.HandlerArguments;
import dev.longhaul.samples.quickstart.crash.HandlerPlace;
import dev.longhaul.samples.quickstart.desk.Desks;
import dev.longhaul.samples.quickstart.options.QuickstartOptions;
import dev.longhaul.samples.quickstart.report.ReportPublisher;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import dev.longhaul.samples.quickstart.workflow.ArchiveWorkflowImpl;
import java.io.IOException;
import java.util.Optional;

/** One run of the quickstart: brings all parties together, from their start to their end. */
final class QuickstartRun {
  private final QuickstartOptions options;
  private final Optional<UserTerminal> terminal;
  private final Screen screen;
  private final String workflowId = Names.unique("archive");
  private final ReportPublisher publisher = new ReportPublisher(workflowId);

  QuickstartRun(QuickstartOptions options, Optional<UserTerminal> terminal, Screen screen) {
    this.options = options;
    this.terminal = terminal;
    this.screen = screen;
  }

  /**
   * Runs to the end.
   *
   * @return whether the workflow was completed; false if it was cancelled
   * @throws BadOptionException if an option turns out to be of no use
   * @throws io.temporal.client.WorkflowFailedException if the workflow fails
   */
  boolean run() throws IOException {
    try (CtrlC ctrlC = CtrlC.handle();
        TemporalService temporal = TemporalService.open(options.server());
        ArchiveService service = startService();
        WorkflowSide workflows =
            WorkflowSide.start(temporal, workflowId + "-workflows", ArchiveWorkflowImpl.class);
        Longhaul longhaul = openLonghaul(temporal, service)) {
      Words.introduce(options, service.uri(), temporal, workflowId, screen);
      WorkflowRun workflow = new WorkflowRun(options, new ArchiveClient(service.uri()), screen);
      if (options.crashFirstAttempt()) {
        return runWithCrash(workflow, workflows, ctrlC, temporal, service, longhaul);
      }
      longhaul.startHandlers();
      return workflow.run(workflows, workflowId, publisher, ctrlC, HandlerPlace.THIS_PROCESS);
    }
  }

  private boolean runWithCrash(
      WorkflowRun workflow,
      WorkflowSide workflows,
      CtrlC ctrlC,
      TemporalService temporal,
      ArchiveService service,
      Longhaul longhaul)
      throws IOException {
    HandlerArguments arguments =
        new HandlerArguments(
            temporal.target(),
            temporal.namespace(),
            workflowId,
            service.uri(),
            longhaul.callbacks());
    try (DoomedProcess process = DoomedProcess.start(arguments)) {
      screen.item("process", process.pid() + " has the handler until it is killed");
      process.onDeath(
          exitCode -> {
            screen.say(
                "Process %d was killed (exit code %d). The handlers start in this process."
                    .formatted(process.pid(), exitCode));
            longhaul.startHandlers();
          });
      return workflow.run(workflows, workflowId, publisher, ctrlC, process);
    }
  }

  private ArchiveService startService() {
    try {
      return ArchiveService.start(options.output(), options.archiveTime());
    } catch (IOException e) {
      throw new BadOptionException("--output: " + options.output() + " cannot be used: " + e);
    }
  }

  private Longhaul openLonghaul(TemporalService temporal, ArchiveService service) {
    return Longhaul.open(
        temporal.target(),
        temporal.namespace(),
        workflowId,
        new HandlersModule(new ArchiveClient(service.uri()), this::desk, publisher));
  }

  private Desk desk(AsyncCompletionClient activities) {
    return options
        .decision(terminal.isPresent())
        .map(decision -> Desks.byItself(decision, options.decideAfter(), screen, activities))
        .orElseGet(() -> Desks.keys(terminal.orElseThrow(), screen, activities));
  }
}
