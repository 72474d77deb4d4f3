package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.options.QuickstartOptions;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The command: a workflow has a folder archived, asks a person, and publishes a report. In this
 * process are all parties: a Temporal server, the workflow's worker (the official SDK), Longhaul
 * with the handlers of the activities, and the archive service, which is reached over HTTP alone.
 */
@Command(
    name = "quickstart",
    sortOptions = false,
    header =
        "A folder is archived by a service over HTTP, a person approves, a report is published.",
    description = {
      "A Temporal workflow has a folder archived by a service that knows only HTTP, asks a person to"
          + " approve, and publishes a report.",
      "Without a terminal, or with NO_COLOR set, it prints plain lines."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the archive was published, or rejected and discarded",
      "1:something failed",
      "2:an option is wrong; nothing was started",
      "3:the workflow was cancelled by --cancel-after",
      "130:the workflow was cancelled by Ctrl-C"
    })
public final class Quickstart implements Callable<Integer> {
  private static final int CANCELLED = 3;
  private static final List<String> ACTIVITIES =
      List.of("ArchiveFolder", "ApproveArchive", "PublishReport");

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private QuickstartOptions options = new QuickstartOptions();

  @Override
  public Integer call() throws IOException {
    Optional<UserTerminal> terminal = UserTerminal.open();
    try {
      Screen screen = Screen.of(terminal, spec.commandLine().getOut(), System.getenv(), ACTIVITIES);
      return new QuickstartRun(options, terminal, screen).run() ? ExitCode.OK : CANCELLED;
    } finally {
      terminal.ifPresent(UserTerminal::close);
    }
  }
}
