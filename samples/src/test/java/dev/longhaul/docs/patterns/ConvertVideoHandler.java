package dev.longhaul.docs.patterns;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has a program convert a video. When it is stopped, no process of it is left. */
@AsyncActivityHandler(taskQueue = "videos", heartbeatInterval = "10s", cancellationGrace = "10s")
final class ConvertVideoHandler {
  private static final int SECONDS_TO_END = 5; // less than the grace period

  private final Converter converter;

  // Hooks run beside a blocking start.
  private volatile @Nullable Process process;
  private volatile @Nullable String lastLine;

  @Inject
  ConvertVideoHandler(Converter converter) {
    this.converter = converter;
  }

  @OnStart
  String start(String from, String to, ActivityContext activity)
      throws IOException, InterruptedException {
    Process running =
        new ProcessBuilder(converter.command(from, to)).redirectErrorStream(true).start();
    process = running;
    try {
      activity.throwIfStopped(); // the hook was called before there was a process
      follow(running);
      int exitCode = running.waitFor();
      activity.throwIfStopped(); // its exit code says no more than that it was stopped
      if (exitCode != 0) {
        throw ActivityFailure.ofType("ConversionFailed")
            .message("exit code %d, last line: %s".formatted(exitCode, lastLine))
            .toException();
      }
      return to;
    } finally {
      tree(running).forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void follow(Process running) throws IOException {
    try (BufferedReader output = running.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lastLine = line;
      }
    }
  }

  @OnHeartbeat
  @Nullable String progress() {
    return lastLine;
  }

  @OnCancel
  CompletableFuture<Void> cancel() {
    Process running = process;
    if (running == null) {
      return CompletableFuture.completedFuture(null);
    }
    List<ProcessHandle> tree = tree(running);
    tree.forEach(ProcessHandle::destroy); // asks; so that it may clean up
    return CompletableFuture.allOf(
            tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, SECONDS_TO_END, TimeUnit.SECONDS)
        .thenRun(() -> tree.forEach(ProcessHandle::destroyForcibly));
  }

  /** The process and what it started; children first, for they are not found without it. */
  private static List<ProcessHandle> tree(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }
}
