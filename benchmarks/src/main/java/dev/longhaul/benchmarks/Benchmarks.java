package dev.longhaul.benchmarks;

import dev.longhaul.benchmarks.activities.ActivitiesBenchmark;
import dev.longhaul.benchmarks.calls.CallsBenchmark;
import dev.longhaul.benchmarks.compile.CompileBenchmark;
import dev.longhaul.benchmarks.soak.SoakBenchmark;
import dev.longhaul.benchmarks.tasks.TasksBenchmark;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks, a command for each. */
@Command(
    name = "benchmarks",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "What Longhaul costs, measured on this machine.",
    subcommands = {
      CallsBenchmark.class,
      TasksBenchmark.class,
      ActivitiesBenchmark.class,
      SoakBenchmark.class,
      CompileBenchmark.class
    })
public final class Benchmarks {
  private Benchmarks() {}

  /** Prints tables to standard output, and what is being measured to standard error. */
  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(out, err, arguments));
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Benchmarks()).setOut(out).setErr(err).execute(arguments);
  }
}
