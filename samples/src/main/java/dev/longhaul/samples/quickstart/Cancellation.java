package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.JobStatus;
import dev.longhaul.samples.quickstart.crash.HandlerPlace;
import dev.longhaul.samples.quickstart.screen.Screen;
import dev.longhaul.samples.quickstart.story.ActivityListener;
import dev.longhaul.samples.quickstart.story.ActivityRecord;
import dev.longhaul.samples.quickstart.story.Change;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Cancels the workflow, and asserts afterwards that this has reached the archive service: that it
 * has no job any more, and that the files of the jobs which it had are gone. Thread-safe.
 */
final class Cancellation implements ActivityListener {
  private final WorkflowStub workflow;
  private final ArchiveClient archives;
  private final Path output;
  private final Screen screen;
  private final HandlerPlace handlers;
  private final Set<String> jobs = ConcurrentHashMap.newKeySet();

  Cancellation(
      WorkflowStub workflow,
      ArchiveClient archives,
      Path output,
      Screen screen,
      HandlerPlace handlers) {
    this.handlers = handlers;
    this.workflow = workflow;
    this.archives = archives;
    this.output = output;
    this.screen = screen;
  }

  /** Takes note of the jobs that heartbeats tell of. */
  @Override
  public void changed(ActivityRecord activity, Change change) {
    activity.lastHeartbeat().flatMap(last -> last.progress().job()).ifPresent(jobs::add);
  }

  /**
   * Asks for it, as soon as somebody can confirm it.
   *
   * @param when for the user, such as {@code Ctrl-C}
   */
  void request(String when) {
    List<String> jobsNow = jobsNow();
    jobs.addAll(jobsNow);
    screen.say(
        "%s: cancels the workflow. The archive service has %s."
            .formatted(when, possessions(jobsNow, files())));
    handlers.readyForCancellation().join();
    try {
      workflow.cancel();
    } catch (WorkflowNotFoundException e) {
      // It has just ended, so there is nothing to cancel.
    }
  }

  /**
   * Says that nothing is left.
   *
   * @throws IllegalStateException if something is
   */
  void verify() {
    List<String> jobsNow = jobsNow();
    List<String> files = files();
    if (!jobsNow.isEmpty() || !files.isEmpty()) {
      throw new IllegalStateException(
          "the workflow was cancelled, but the archive service still has "
              + possessions(jobsNow, files));
    }
    screen.say("Cancelled. The archive service has " + possessions(jobsNow, files) + ".");
  }

  private List<String> jobsNow() {
    return archives.jobs().join().stream().map(JobStatus::id).toList();
  }

  /** Of the jobs that it had: their names tell. */
  private List<String> files() {
    try (Stream<Path> files = Files.list(output)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> jobs.stream().anyMatch(name::contains))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String possessions(List<String> jobs, List<String> files) {
    return "%s and %s".formatted(list("job", jobs), list("file", files));
  }

  private static String list(String thing, List<String> names) {
    return names.isEmpty() ? "no " + thing : thing + " " + String.join(", ", names);
  }
}
