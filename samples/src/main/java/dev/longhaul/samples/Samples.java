package dev.longhaul.samples;

import dev.longhaul.samples.approval.ApprovalSample;
import dev.longhaul.samples.batch.BatchSample;
import dev.longhaul.samples.common.CommandLines;
import dev.longhaul.samples.encrypted.EncryptedSample;
import dev.longhaul.samples.externalservice.ExternalServiceSample;
import dev.longhaul.samples.greeting.GreetingSample;
import dev.longhaul.samples.handoff.HandoffSample;
import dev.longhaul.samples.modular.ModularSample;
import dev.longhaul.samples.process.ProcessSample;
import dev.longhaul.samples.quickstart.Quickstart;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that runs the samples, each by its name. Without one it lists them. */
@Command(
    name = "sample",
    usageHelpWidth = 120,
    customSynopsis = "mvn -q -Psample -Dsample.args=\"SAMPLE [OPTIONS]\"",
    description = "Each sample tells a story while it happens; samples/README.md has more.",
    commandListHeading = "Samples, each with its --help:%n",
    subcommands = {
      Quickstart.class,
      GreetingSample.class,
      ApprovalSample.class,
      ExternalServiceSample.class,
      HandoffSample.class,
      BatchSample.class,
      ProcessSample.class,
      ModularSample.class,
      EncryptedSample.class,
    })
public final class Samples implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--help",
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Tell what the options are.")
  @SuppressWarnings("UnusedVariable") // picocli itself asks it
  private boolean help;

  public static void main(String... arguments) {
    PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(CommandLines.run(new Samples(), out, err, arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
