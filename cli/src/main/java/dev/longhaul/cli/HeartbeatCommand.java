package dev.longhaul.cli;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Heartbeats. */
@Command(
    name = "heartbeat",
    description = {
      "Tells that the work is alive, and what it has got to. The exit code tells whether the",
      "workflow asks to cancel it, or an operator paused or reset it."
    },
    footer = {
      "  longhaul heartbeat --token-file token.txt --json '{\"percent\": 40}'",
      "  longhaul heartbeat --workflow-id order-17 --activity-id render --file progress.json",
      "  longhaul heartbeat --token-file token.txt --erase-details"
    })
final class HeartbeatCommand extends ActivityCommand {
  @ArgGroup(multiplicity = "1")
  private Details details = new Details();

  /** A heartbeat without details takes the stored ones away, so it has to be said. */
  static final class Details {
    @ArgGroup(exclusive = false)
    Values values = new Values();

    @Option(
        names = "--erase-details",
        required = true,
        description = "Without details: those that the server has are lost.")
    boolean erase;
  }

  HeartbeatCommand(Console console) {
    super(console, "heartbeat");
  }

  @Override
  CompletableFuture<Void> send(LonghaulClient client, ActivityReference activity, Input input) {
    return client.heartbeat(activity, details.values.read(input).stream().toArray());
  }
}
