package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.options.BadOptionException;
import dev.longhaul.samples.quickstart.options.QuickstartOptions;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command: a workflow has a folder archived, asks a person, and publishes a report. In this
 * process are all parties: a Temporal server, the workflow's worker (the official SDK), Longhaul
 * with the handlers of the activities, and the archive service, which is reached over HTTP alone.
 */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    sortOptions = false,
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
  private static final String HELP = " (--help tells the options)";
  private static final List<String> ACTIVITIES =
      List.of("ArchiveFolder", "ApproveArchive", "PublishReport");

  private final PrintWriter out;

  @Mixin private QuickstartOptions options = new QuickstartOptions();

  private Quickstart(PrintWriter out) {
    this.out = out;
  }

  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(
        new CommandLine(new Quickstart(out))
            .setOut(out)
            .setParameterExceptionHandler(
                (mistake, given) -> refuse(err, mistake.getMessage() + hint(mistake)))
            .setExecutionExceptionHandler(
                (failure, command, given) ->
                    failure instanceof BadOptionException
                        ? refuse(err, failure.getMessage() + HELP)
                        : fail(err, failure))
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Optional<UserTerminal> terminal = UserTerminal.open();
    try {
      Screen screen = Screen.of(terminal, out, System.getenv(), ACTIVITIES);
      return new QuickstartRun(options, terminal, screen).run() ? ExitCode.OK : CANCELLED;
    } finally {
      terminal.ifPresent(UserTerminal::close);
    }
  }

  private static int refuse(PrintWriter err, String problem) {
    err.println(problem);
    return ExitCode.USAGE;
  }

  private static int fail(PrintWriter err, Exception failure) {
    err.println("The quickstart failed: " + Failures.reason(failure));
    return ExitCode.SOFTWARE;
  }

  private static String hint(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean " + unmatched.getSuggestions().get(0) + "?"
        : HELP;
  }
}
