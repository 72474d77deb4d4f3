package dev.longhaul.samples.process;

import dev.longhaul.samples.common.Story;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Tells what the handler does, and remembers the processes that there were. Thread-safe. */
final class RenderStory {
  private static final int FRAMES_PER_LINE = 5;

  private final Story story;
  private final Set<ProcessHandle> processes = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<Void> atWork = new CompletableFuture<>();

  RenderStory(Story story) {
    this.story = story;
  }

  void started(int attempt, ProcessHandle process) {
    story.tell("attempt %d: process %d starts".formatted(attempt, process.pid()));
  }

  void failed(int attempt, String why) {
    story.tell("attempt %d failed: %s".formatted(attempt, why));
  }

  void progress(Progress now, ProcessHandle process) {
    List<ProcessHandle> children = process.descendants().toList();
    Stream.concat(Stream.of(process), children.stream()).forEach(processes::add);
    if (now.frame() % FRAMES_PER_LINE == 0) {
      List<Long> pids = children.stream().map(ProcessHandle::pid).toList();
      story.tell("%s, by process %d with children %s".formatted(now, process.pid(), pids));
    }
    atWork.complete(null);
  }

  /** Completes with the first frame. */
  CompletableFuture<Void> atWork() {
    return atWork;
  }

  /** Those processes that have not ended. */
  List<ProcessHandle> alive() {
    return processes.stream().filter(ProcessHandle::isAlive).toList();
  }
}
