package dev.longhaul.samples.process;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program and waits for its end on a thread of its own; the program's output is its
 * progress. Another attempt goes on where the last one was.
 */
@AsyncActivityHandler(contract = RenderActivities.class, heartbeatInterval = "1s")
final class RenderHandler {
  private final RenderStory story;

  /** The hook runs while {@link #start} waits, perhaps before there is a program. */
  private volatile @Nullable Program program;

  private volatile @Nullable Progress progress;

  @Inject
  RenderHandler(RenderStory story) {
    this.story = story;
  }

  @OnStart
  Progress start(RenderOrder order, ActivityContext activity)
      throws IOException, InterruptedException {
    progress = activity.lastHeartbeatDetails(Progress.class).orElse(null);
    try (Program running = Program.start(Renderer.command(order, progress))) {
      program = running;
      activity.throwIfStopped(); // if the hook came before there was a program to stop
      story.started(activity.attempt(), running.handle());
      follow(running, activity);
      activity.throwIfStopped(); // its exit code says no more than that it was stopped
      return result(running, activity);
    }
  }

  @OnCancel
  @Nullable Progress cancel() {
    Program running = program;
    if (running != null) {
      running.stop();
    }
    return progress;
  }

  private void follow(Program running, ActivityContext activity) {
    running
        .lines()
        .map(Progress::read)
        .flatMap(Optional::stream)
        .forEach(
            now -> {
              progress = now;
              activity.heartbeat(now); // only records it; it is sent at the interval
              story.progress(now, running.handle());
            });
  }

  private Progress result(Program ended, ActivityContext activity) throws InterruptedException {
    int exitCode = ended.exitCode();
    Progress last = progress;
    if (exitCode != 0 || last == null) {
      String why = "exit code %d: %s".formatted(exitCode, String.join("; ", ended.lastErrors()));
      story.failed(activity.attempt(), why);
      throw ActivityFailure.ofType("ProgramFailed").message(why).details(exitCode).toException();
    }
    return last;
  }
}
