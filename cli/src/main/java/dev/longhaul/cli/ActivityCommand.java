package dev.longhaul.cli;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands on an activity have in common. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n")
abstract class ActivityCommand implements Callable<Integer> {
  private final Console console;
  private final String name;

  @ArgGroup(multiplicity = "1", heading = "%nThe activity:%n")
  private Addressed addressed = new Addressed();

  @ArgGroup(
      exclusive = false,
      heading = "%nThe server, above TEMPORAL_... and the profile in temporal.toml:%n")
  private Connecting connecting = new Connecting();

  @Option(
      names = "--output",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How the outcome is told; json is one object on the standard output.")
  private Format output = Format.TEXT;

  ActivityCommand(Console console, String name) {
    this.console = console;
    this.name = name;
  }

  /** Starts the call. Reads its value first: nothing is sent if that is wrong. */
  abstract CompletableFuture<Void> send(
      LonghaulClient client, ActivityReference activity, Input input);

  @Override
  public final Integer call() {
    return run().exitCode();
  }

  private Outcome run() {
    Input input = new Input(console);
    try (LonghaulClient client = connect(connecting.module(console, input))) {
      ActivityReference activity = addressed.reference(input, client.namespace());
      awaitLimits(client);
      return finished(activity, send(client, activity, input));
    } catch (Usage e) {
      return print(new Report(Outcome.USAGE, name).message(e.getMessage()), Outcome.USAGE);
    }
  }

  // There is only this one call, and its value may be large.
  private void awaitLimits(LonghaulClient client) {
    try {
      client.learnLimits().get(connecting.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The usual limits hold; the call itself tells what is wrong with the server.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LonghaulClient connect(LonghaulModule module) {
    try {
      return LonghaulClient.connect(module);
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()), e);
    }
  }

  private Outcome finished(ActivityReference activity, CompletableFuture<Void> call) {
    try {
      call.get();
      return print(new Report(Outcome.OK, name).activity(activity.digest()), Outcome.OK);
    } catch (ExecutionException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      Outcome outcome = Outcome.of(why);
      Report report =
          new Report(outcome, name).activity(activity.digest()).message(why.getMessage());
      Outcome.code(why).ifPresent(code -> report.code(code.name()));
      return print(report, outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.UNREACHABLE;
    }
  }

  private Outcome print(Report report, Outcome outcome) {
    report.print(console, output);
    return outcome;
  }
}
