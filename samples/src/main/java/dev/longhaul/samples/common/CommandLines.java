package dev.longhaul.samples.common;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs commands so that a wrong option is one line, and a failure is one, too. */
public final class CommandLines {
  private static final String HELP = " (--help tells the options)";

  private CommandLines() {}

  /**
   * Runs a command, or one of its subcommands.
   *
   * @return the exit code: 2 for a wrong option, 1 for a failure, otherwise the command's
   */
  public static int run(Object command, PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(command)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (mistake, given) -> refuse(err, mistake.getMessage() + hint(mistake)))
        .setExecutionExceptionHandler(
            (failure, line, given) ->
                failure instanceof BadOptionException
                    ? refuse(err, failure.getMessage() + HELP)
                    : fail(err, line.getCommandName(), failure))
        .execute(arguments);
  }

  private static int refuse(PrintWriter err, String problem) {
    err.println(problem);
    return ExitCode.USAGE;
  }

  private static int fail(PrintWriter err, String command, Exception failure) {
    String reason = Failures.reason(failure).lines().findFirst().orElse("for no reason given");
    err.println("The sample " + command + " failed: " + reason);
    return ExitCode.SOFTWARE;
  }

  private static String hint(ParameterException mistake) {
    return mistake instanceof UnmatchedArgumentException unmatched
            && !unmatched.getSuggestions().isEmpty()
        ? "; did you mean " + unmatched.getSuggestions().get(0) + "?"
        : HELP;
  }
}
