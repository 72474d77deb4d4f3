package dev.longhaul.functional;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of its own that knows a reference and completes the activity with "elsewhere". */
final class OtherProcess {
  private OtherProcess() {}

  /** The target, then the ids; without ids, the token comes on standard input. */
  public static void main(String... arguments) throws Exception {
    try (LonghaulClient client = LonghaulClient.connect(LonghaulModule.forTarget(arguments[0]))) {
      client.complete(reference(arguments), "elsewhere").get(30, TimeUnit.SECONDS);
    }
  }

  private static ActivityReference reference(String... arguments) throws IOException {
    return arguments.length > 1
        ? FullActivityId.of(arguments[1], arguments[2], arguments[3], arguments[4])
        : TaskToken.of(Base64.getDecoder().decode(System.in.readAllBytes()));
  }

  /** Runs it and answers its exit code. */
  static int complete(String target, ActivityReference reference) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                target));
    if (reference instanceof FullActivityId id) {
      command.addAll(List.of(id.namespace(), id.workflowId(), id.runId(), id.activityId()));
    }
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var input = process.getOutputStream()) {
        if (reference instanceof TaskToken token) {
          input.write(
              Base64.getEncoder()
                  .encodeToString(token.toByteArray())
                  .getBytes(StandardCharsets.US_ASCII));
        }
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while the other process ran", e);
    }
  }
}
