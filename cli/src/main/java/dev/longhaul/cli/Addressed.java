package dev.longhaul.cli;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which activity is meant. */
final class Addressed {

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "A file with the task token's text, as TaskToken.toText() writes it.")
  @Nullable String tokenFile;

  @Option(
      names = "--token",
      required = true,
      paramLabel = "-",
      description = "The same from the standard input; a token here would be seen by others.")
  @Nullable String token;

  @ArgGroup(exclusive = false)
  @Nullable Ids ids;

  /** Whatever attempt is current. */
  static final class Ids {
    @Option(
        names = "--activity-id",
        required = true,
        paramLabel = "ID",
        description = "The activity's id; whatever attempt is current.")
    String activityId = "";

    @Option(
        names = "--workflow-id",
        paramLabel = "ID",
        description = "Its workflow's id; none for a standalone activity.")
    String workflowId = "";

    @Option(
        names = "--run-id",
        paramLabel = "ID",
        description =
            "The run of the workflow, or of the standalone activity; the current one"
                + " if not given.")
    String runId = "";
  }

  ActivityReference reference(Input input, String namespace) {
    if (ids != null) {
      return ids(ids, namespace);
    }
    if (token != null && !token.equals("-")) {
      throw new Usage(
          "--token takes only -, for the standard input: what stands on a command line is seen by"
              + " every user of the machine. Write the token to a file for --token-file");
    }
    String text = input.read("the token", tokenFile != null ? tokenFile : "-").strip();
    try {
      return TaskToken.parse(text);
    } catch (IllegalArgumentException e) {
      throw new Usage("the token cannot be used: " + e.getMessage(), e);
    }
  }

  private static ActivityReference ids(Ids given, String namespace) {
    try {
      return new FullActivityId(namespace, given.workflowId, given.runId, given.activityId);
    } catch (IllegalArgumentException e) {
      throw new Usage("the ids cannot be used: " + e.getMessage(), e);
    }
  }
}
