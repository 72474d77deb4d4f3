package dev.longhaul.samples.approval;

import com.google.inject.Guice;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.DurationText;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import dev.longhaul.samples.quickstart.screen.UserTerminal;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks, and shows what comes of the answer. */
@Command(
    name = "approval",
    header = "A person approves, rejects or stays silent, by a command in another process.")
public final class ApprovalSample extends Sample {
  private static final String PURPOSE = "the offsite";
  private static final int AMOUNT = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_IF_LATE = Duration.ofSeconds(3);

  @Option(
      names = "--answer",
      paramLabel = "ANSWER",
      description =
          "Answer by itself, by that command: approve, reject, late, which is when nobody waits any"
              + " more, or none. Without a terminal it is approve.")
  private @Nullable Answer answer;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "How long the workflow waits; 2m by default, and 3s with --answer=late.")
  private @Nullable Duration patience;

  @Override
  protected void run(TemporalService temporal, Story story) throws IOException {
    String id = Names.unique("approval");
    try (LonghaulCommand longhaul = LonghaulCommand.at(temporal.target());
        WorkflowSide workflows =
            WorkflowSide.start(temporal, id + "-workflows", ApprovalWorkflowImpl.class)) {
      Desk desk = new Desk(longhaul, story);
      try (LonghaulRuntime runtime = runtime(temporal.longhaul(id), desk)) {
        runtime.start();
        ApprovalWorkflow workflow = workflows.workflow(ApprovalWorkflow.class, id);
        CompletableFuture<String> result =
            WorkflowClient.execute(workflow::ask, PURPOSE, AMOUNT, patience(), id);
        CompletableFuture<Void> answered = answer(desk, result, longhaul, story);
        story.tell("Result: " + result.join());
        if (desk.question().isDone()) { // not if the patience was over before it was asked
          answered.join();
        }
      }
    }
  }

  private static LonghaulRuntime runtime(LonghaulModule longhaul, Desk desk) {
    return Guice.createInjector(
            longhaul,
            new ApproveBudgetHandler_AsyncActivityModule(),
            binder -> binder.bind(Desk.class).toInstance(desk))
        .getInstance(LonghaulRuntime.class);
  }

  private CompletableFuture<Void> answer(
      Desk desk, CompletableFuture<String> result, LonghaulCommand longhaul, Story story) {
    Answer given = answer == null && !UserTerminal.isThere() ? Answer.APPROVE : answer;
    if (given == null || given == Answer.NONE) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<?> time = given == Answer.LATE ? result : desk.question();
    return time.thenCombineAsync(
        desk.question(),
        (due, activity) -> {
          story.tell("Another process answers: " + given.name().toLowerCase(Locale.ROOT));
          story.tell(LonghaulCommand.run(given.about(activity, longhaul)));
          return null;
        });
  }

  private Duration patience() {
    if (patience != null) {
      return patience;
    }
    return answer == Answer.LATE ? PATIENCE_IF_LATE : PATIENCE;
  }
}
