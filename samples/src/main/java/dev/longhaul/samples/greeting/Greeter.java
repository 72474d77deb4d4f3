package dev.longhaul.samples.greeting;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.TaskToken;
import dev.longhaul.samples.common.Story;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Composes greetings on a thread of its own, and takes its time. It knows nothing of activities but
 * their tokens, so it could as well be another process. Thread-safe.
 */
@Singleton
final class Greeter implements AutoCloseable {
  /** The type of the failure that a goodbye comes too late. */
  static final String HAS_LEFT = "HasLeft";

  private static final int PATIENT_LETTERS = 5;
  private static final long MILLIS_PER_LETTER = 120;

  private final AsyncCompletionClient activities;
  private final Story story;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "greeter"));

  @Inject
  Greeter(AsyncCompletionClient activities, Story story) {
    this.activities = activities;
    this.story = story;
  }

  /**
   * Takes an order; the longer the name, the longer it takes.
   *
   * @return to cancel the order
   */
  Future<?> order(String greeting, String name, TaskToken token) {
    story.tell("\"%s %s\" is ordered".formatted(greeting, name));
    return thread.schedule(
        () -> compose(greeting, name, token),
        name.length() * MILLIS_PER_LETTER,
        TimeUnit.MILLISECONDS);
  }

  private void compose(String greeting, String name, TaskToken token) {
    String thread = Thread.currentThread().getName();
    // People with short names do not wait.
    if (greeting.equals("Goodbye") && name.length() < PATIENT_LETTERS) {
      report(
          activities.fail(
              token, ActivityFailure.ofType(HAS_LEFT).message(name + " has left").nonRetryable()),
          "\"%s %s\" fails, by thread %s".formatted(greeting, name, thread));
    } else {
      report(
          activities.complete(token, greeting + " " + name + "!"),
          "\"%s %s\" completes, by thread %s".formatted(greeting, name, thread));
    }
  }

  private void report(CompletableFuture<Void> acknowledged, String what) {
    story.tell(what);
    var unused =
        acknowledged.exceptionally(
            failure -> {
              story.tell("but that cannot be reported: " + failure.getMessage());
              return null;
            });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
