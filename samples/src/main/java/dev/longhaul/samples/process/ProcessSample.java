package dev.longhaul.samples.process;

import com.google.inject.Guice;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.DurationText;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.Text;
import dev.longhaul.samples.common.WorkflowSide;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a film rendered, by a program that crashes, or in a workflow that is cancelled. */
@Command(
    name = "process",
    header =
        "An operating-system process tells its progress, crashes and is resumed, or cancelled.")
public final class ProcessSample extends Sample {
  private static final int CRASH_AT = 8;
  private static final long SECONDS_TO_END = 10;

  @Option(
      names = "--frames",
      paramLabel = "NUMBER",
      defaultValue = "20",
      description = "How long the film is; ${DEFAULT-VALUE} frames by default.")
  private int frames;

  @Option(
      names = "--crash-at",
      paramLabel = "FRAME",
      description = "Where the program crashes; 8 by default, and 0, never, with --cancel-after.")
  private @Nullable Integer crashAt;

  @Option(
      names = "--cancel-after",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "Cancel the workflow after this time, such as 1s, from the first frame on.")
  private @Nullable Duration cancelAfter;

  @Override
  protected void run(TemporalService temporal, Story story) throws Exception {
    String id = Names.unique("process");
    RenderStory renders = new RenderStory(story);
    try (WorkflowSide workflows =
            WorkflowSide.start(temporal, id + "-workflows", RenderWorkflowImpl.class);
        LonghaulRuntime runtime =
            Guice.createInjector(
                    temporal.longhaul(id),
                    new RenderHandler_AsyncActivityModule(),
                    binder -> binder.bind(RenderStory.class).toInstance(renders))
                .getInstance(LonghaulRuntime.class)) {
      runtime.start();
      RenderWorkflow workflow = workflows.workflow(RenderWorkflow.class, id);
      WorkflowClient.start(workflow::render, order(), id);
      follow(WorkflowStub.fromTyped(workflow), renders, story);
    }
  }

  private RenderOrder order() {
    if (crashAt != null) {
      return new RenderOrder(frames, crashAt);
    }
    return new RenderOrder(frames, cancelAfter == null ? CRASH_AT : 0);
  }

  private void follow(WorkflowStub workflow, RenderStory renders, Story story) throws Exception {
    if (cancelAfter != null) {
      cancelLater(workflow, cancelAfter, renders, story);
    }
    try {
      story.tell("rendered: " + workflow.getResult(Progress.class));
    } catch (WorkflowFailedException e) {
      if (!(e.getCause() instanceof CanceledFailure)) {
        throw e;
      }
      story.tell("The workflow is cancelled");
    }
    for (ProcessHandle process : renders.alive()) {
      process.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    }
    story.tell("No process is left");
  }

  private static void cancelLater(
      WorkflowStub workflow, Duration time, RenderStory renders, Story story) {
    var unused =
        renders
            .atWork()
            .thenRunAsync(
                () -> {
                  story.tell("After " + Text.seconds(time) + ": cancels the workflow");
                  workflow.cancel();
                },
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS));
  }
}
