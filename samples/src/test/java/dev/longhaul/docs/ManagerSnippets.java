package dev.longhaul.docs;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.runtime.LonghaulModule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code of docs/manager.md. */
final class ManagerSnippets {
  private static final Logger log = LoggerFactory.getLogger(ManagerSnippets.class);

  /** Work outside of this process. */
  interface Job {
    String progress();

    void abort();
  }

  private ManagerSnippets() {}

  static LongRunningActivityManager manager() {
    Injector injector = Guice.createInjector(LonghaulModule.forTarget("localhost:7233"));
    LongRunningActivityManager manager = injector.getInstance(LongRunningActivityManager.class);
    return manager;
  }

  static void send(
      BlockingQueue<String> queue,
      byte[] taskToken,
      List<Payload> lastHeartbeatDetails,
      FullActivityId id,
      Instant received,
      Duration startToClose,
      Duration scheduleToClose)
      throws InterruptedException {
    HandOff handOff =
        HandOff.withDetails(TaskToken.of(taskToken), lastHeartbeatDetails)
            .id(id)
            .activityType("Render")
            .attempt(2)
            .maximumAttempts(5)
            .times(received, startToClose, scheduleToClose)
            .heartbeatTimeout(Duration.ofSeconds(30));
    queue.put(handOff.toText());
  }

  static void receive(LongRunningActivityManager manager, BlockingQueue<String> queue, Job job)
      throws InterruptedException {
    manager.startProcessing(
        HandOff.parse(queue.take()),
        ProcessingOptions.heartbeating(HeartbeatInterval.auto())
            .heartbeatDetails(() -> job.progress())
            .onStop(why -> job.abort())
            .onPause(event -> log.info("the activity is {}", event)));
  }

  static void bare(LongRunningActivityManager manager, TaskToken taskToken) {
    manager.startProcessing(
        taskToken,
        ProcessingOptions.heartbeating(HeartbeatInterval.every(Duration.ofSeconds(10)))
            .eraseDetails());
  }

  static void report(LongRunningActivityManager manager, TaskToken taskToken, String result) {
    manager.completeProcessing(taskToken, result);
    manager.failProcessing(
        taskToken, ActivityFailure.ofType("RenderFailed").message("no GPU").toException());
    manager.cancelProcessing(taskToken, "stopped at frame 311");
  }
}
