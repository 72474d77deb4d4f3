package dev.longhaul.functional;

import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.external.CalledBackJobs;
import dev.longhaul.api.external.ExternalJob;
import dev.longhaul.api.external.PollOptions;
import dev.longhaul.api.external.PolledJob;
import dev.longhaul.api.external.PolledJobs;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowStub;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Handlers whose work is a job of an {@link Archive}, and workflows that call them. */
final class ArchiveHandlers {
  private ArchiveHandlers() {}

  @AsyncActivityHandler(activityType = "Polled")
  static final class PolledHandler {
    private final PolledJobs<String, String> jobs;
    private PolledJob<String> job;

    @Inject
    PolledHandler(Archive archive) {
      jobs = PolledJobs.of(archive, PollOptions.every(Duration.ofMillis(50)));
    }

    @OnStart
    CompletionStage<String> start(String folder, ActivityContext context) {
      job = jobs.start(folder, context);
      return job.result();
    }

    @OnCancel
    CompletionStage<Void> cancel(StopRequest why) {
      return job.stop(why);
    }
  }

  /** The request is where to call back, by token if the input says so. */
  @AsyncActivityHandler(activityType = "CalledBack")
  static final class CalledBackHandler {
    private final CalledBackJobs<String> jobs;
    private ExternalJob job;

    @Inject
    CalledBackHandler(Archive archive) {
      jobs = CalledBackJobs.of(archive);
    }

    @OnStart
    void start(String address, PendingActivity<String> activity) {
      ActivityReference reference =
          address.equals("token") ? activity.taskToken() : activity.fullActivityId();
      job = jobs.start(reference.toText(), activity);
    }

    @OnCancel
    CompletionStage<Void> cancel(StopRequest why) {
      return job.stop(why);
    }
  }

  /** A runtime with both handlers, which looks ten times a second. */
  static Injector start(Longhaul longhaul, Archive archive) {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    return longhaul.start(
        longhaul
            .module()
            .defaults(
                handler ->
                    handler
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(100))),
        new ArchiveHandlers_PolledHandler_AsyncActivityModule(),
        new ArchiveHandlers_CalledBackHandler_AsyncActivityModule(),
        binder -> binder.bind(Archive.class).toInstance(archive));
  }

  /** A workflow whose activity has submitted its first job. */
  static WorkflowStub started(Longhaul longhaul, Archive archive, String type, String input) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of(type, longhaul.activities(), input).attempts(3));
    await().until(() -> archive.jobs.containsKey("job-1"));
    return workflow;
  }
}
