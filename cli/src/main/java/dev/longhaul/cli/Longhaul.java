package dev.longhaul.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command, which does nothing without one of its subcommands. */
@Command(
    name = "longhaul",
    mixinStandardHelpOptions = true,
    version = "longhaul 0.1.0-SNAPSHOT",
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Reports on a Temporal activity that is open, from a script, a cron job or by hand; and"
            + " explains the configuration of a worker.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  longhaul complete --token-file token.txt --json '{\"frames\": 1200}'",
      "  longhaul heartbeat --workflow-id order-17 --activity-id render --json 0.5",
      "  longhaul fail --workflow-id order-17 --activity-id render --type DiskFull",
      "  cat token.txt | longhaul cancel --token -",
      "  longhaul complete --profile prod --activity-id report-8 --file report.json",
      "  longhaul config explain --config /etc/media/longhaul.yaml",
      "",
      "longhaul COMMAND --help tells the rest."
    })
final class Longhaul implements Callable<Integer> {
  @Spec CommandSpec spec;

  private Longhaul(CommandSpec unset) {
    this.spec = unset;
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  static int run(Console console, String... arguments) {
    CommandLine line =
        new CommandLine(new Longhaul(CommandSpec.create()))
            .addSubcommand(new CompleteCommand(console))
            .addSubcommand(new FailCommand(console))
            .addSubcommand(new CancelCommand(console))
            .addSubcommand(new HeartbeatCommand(console))
            .addSubcommand(
                new CommandLine(new ConfigCommand()).addSubcommand(new ExplainCommand(console)))
            .setOut(console.out())
            .setErr(console.err())
            .setCaseInsensitiveEnumValuesAllowed(true);
    Map<String, String> codes = exitCodes();
    line.getSubcommands().values().forEach(command -> describe(command, codes));
    Format format = Format.of(arguments);
    line.setParameterExceptionHandler((wrong, given) -> usage(wrong, console, format));
    return line.execute(arguments);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      codes.put(" " + outcome.exitCode(), outcome.meaning());
    }
    return codes;
  }

  private static void describe(CommandLine command, Map<String, String> codes) {
    command
        .getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes);
  }

  private static int usage(ParameterException wrong, Console console, Format format) {
    CommandSpec command = wrong.getCommandLine().getCommandSpec();
    new Report(Outcome.USAGE, command.name())
        .message(String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", ""))
        .hint("try " + command.qualifiedName() + " --help")
        .print(console, format);
    return Outcome.USAGE.exitCode();
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "there is no command; say complete, fail, cancel, heartbeat or config");
  }
}
