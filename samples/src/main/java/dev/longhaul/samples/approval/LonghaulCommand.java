package dev.longhaul.samples.approval;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.samples.common.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command {@code longhaul} of the module {@code cli}, as this machine can run it without a
 * build: {@code java @file}, where the file has the class path. Thread-safe.
 */
final class LonghaulCommand implements AutoCloseable {
  private static final String MAIN_CLASS = "dev.longhaul.cli.Main";

  private final String target;
  private final Path file;

  private LonghaulCommand(String target, Path file) {
    this.target = target;
    this.file = file;
  }

  /** The command for activities at this Temporal server. */
  static LonghaulCommand at(String target) throws IOException {
    Path file = Files.createTempFile("longhaul", ".args");
    Files.write(
        file,
        JavaCommand.options(MAIN_CLASS).stream().map(LonghaulCommand::quoted).toList(),
        Charset.defaultCharset());
    return new LonghaulCommand(target, file);
  }

  List<String> approve(FullActivityId activity, int amount) {
    return command(activity, "complete", "--json", Integer.toString(amount));
  }

  List<String> reject(FullActivityId activity, String why) {
    return command(
        activity,
        "fail",
        "--type",
        ApprovalWorkflowImpl.REJECTED,
        "--message",
        why,
        "--non-retryable");
  }

  private List<String> command(FullActivityId activity, String... report) {
    List<String> command = new ArrayList<>(List.of(JavaCommand.java(), "@" + file));
    command.addAll(List.of(report));
    command.addAll(List.of("--workflow-id", activity.workflowId()));
    command.addAll(List.of("--activity-id", activity.activityId()));
    command.addAll(List.of("--namespace", activity.namespace(), "--address", target));
    return command;
  }

  /** As a person types it. */
  static String line(List<String> command) {
    return command.stream()
        .map(word -> word.contains(" ") ? '"' + word + '"' : word)
        .collect(Collectors.joining(" "));
  }

  /**
   * Runs it as another process, to its end.
   *
   * @return what it said, and its exit code
   */
  static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return "%s (exit code %d)".formatted(said.strip(), process.onExit().join().exitValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As files with arguments of {@code java} need it, on Windows above all. */
  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public void close() throws IOException {
    Files.delete(file);
  }
}
