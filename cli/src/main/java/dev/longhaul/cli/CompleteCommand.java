package dev.longhaul.cli;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Completes. */
@Command(
    name = "complete",
    description = "Completes the activity, with a result or with none.",
    footer = {
      "  longhaul complete --token-file token.txt --json '{\"frames\": 1200}'",
      "  longhaul complete --workflow-id order-17 --activity-id render --file result.json",
      "  longhaul complete --activity-id report-8",
      "  render | longhaul complete --token-file token.txt --file - --output json"
    })
final class CompleteCommand extends ActivityCommand {
  @Mixin private Values values = new Values();

  CompleteCommand(Console console) {
    super(console, "complete");
  }

  @Override
  CompletableFuture<Void> send(LonghaulClient client, ActivityReference activity, Input input) {
    return values
        .read(input)
        .map(result -> client.complete(activity, result))
        .orElseGet(() -> client.complete(activity));
  }
}
