package dev.longhaul.cli;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.runtime.LonghaulClient;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reports a cancellation. */
@Command(
    name = "cancel",
    description = "Reports that the activity has ended because its workflow asked to cancel it.",
    footer = {
      "  longhaul cancel --token-file token.txt",
      "  longhaul cancel --workflow-id order-17 --activity-id render --json '{\"frames\": 400}'"
    })
final class CancelCommand extends ActivityCommand {
  @Mixin private Values details = new Values();

  CancelCommand(Console console) {
    super(console, "cancel");
  }

  @Override
  CompletableFuture<Void> send(LonghaulClient client, ActivityReference activity, Input input) {
    return client.reportCancellation(activity, details.read(input).stream().toArray());
  }
}
