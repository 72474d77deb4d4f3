package dev.longhaul.cli;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.Durations;
import dev.longhaul.runtime.LonghaulClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fails. */
@Command(
    name = "fail",
    description = "Fails the attempt; Temporal starts another one, if its retry policy says so.",
    footer = {
      "  longhaul fail --token-file token.txt --type DiskFull --message 'no space on /render'",
      "  longhaul fail --workflow-id order-17 --activity-id render --type CardDeclined \\",
      "      --non-retryable --json '{\"reason\": \"expired\"}'",
      "  longhaul fail --token-file token.txt --type Busy --next-retry-delay 10m"
    })
final class FailCommand extends ActivityCommand {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "Failed",
      description = "What workflows tell failures apart by; ${DEFAULT-VALUE} if not given.")
  private String type = "Failed";

  @Option(names = "--message", paramLabel = "TEXT", description = "What happened, for people.")
  private @Nullable String message;

  @Option(names = "--non-retryable", description = "No further attempt.")
  private boolean nonRetryable;

  @Option(
      names = "--next-retry-delay",
      paramLabel = "TIME",
      description = "Until the next attempt, such as 30s or 10m, instead of what the policy says.")
  private @Nullable String nextRetryDelay;

  @Mixin private Values details = new Values();

  FailCommand(Console console) {
    super(console, "fail");
  }

  @Override
  CompletableFuture<Void> send(LonghaulClient client, ActivityReference activity, Input input) {
    return client.fail(activity, failure(input));
  }

  private ActivityFailure failure(Input input) {
    ActivityFailure failure = ActivityFailure.ofType(type);
    if (message != null) {
      failure = failure.message(message);
    }
    if (nonRetryable) {
      failure = failure.nonRetryable();
    }
    if (nextRetryDelay != null) {
      failure = failure.nextRetryDelay(delay(nextRetryDelay));
    }
    return details.read(input).map(failure::details).orElse(failure);
  }

  private static Duration delay(String text) {
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Usage("--next-retry-delay: " + e.getMessage(), e);
    }
  }
}
