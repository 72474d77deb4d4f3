package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stage may be of any type, and may have ended before it is returned. */
class StageTypesTest {
  @RegisterExtension final Longhaul longhaul = new Longhaul();

  /** A stage without type arguments: what its result is, its supertype says. */
  static final class Ticket extends CompletableFuture<String> {}

  @AsyncActivityHandler(activityType = "Future")
  static final class FutureHandler {
    @OnStart
    CompletableFuture<String> start(String name) {
      return CompletableFuture.completedFuture("at once " + name);
    }
  }

  @AsyncActivityHandler(activityType = "Ticket")
  static final class TicketHandler {
    @OnStart
    Ticket start(String row) {
      Ticket ticket = new Ticket();
      CompletableFuture.runAsync(() -> ticket.complete(row + 7));
      return ticket;
    }
  }

  @AsyncActivityHandler(activityType = "Minimal")
  static final class MinimalHandler {
    @OnStart
    CompletionStage<String> start(String name) {
      return CompletableFuture.supplyAsync(() -> "minimal " + name).minimalCompletionStage();
    }
  }

  @AsyncActivityHandler(activityType = "FailedBefore")
  static final class FailedBeforeHandler {
    @OnStart
    CompletionStage<String> start() {
      return CompletableFuture.failedStage(
          new IOException("no route", new InterruptedException("of somebody else")));
    }
  }

  @AsyncActivityHandler(activityType = "NoStage")
  static final class NoStageHandler {
    @OnStart
    @Nullable CompletionStage<String> start() {
      return null;
    }
  }

  @BeforeEach
  void start() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(
        new StageTypesTest_FutureHandler_AsyncActivityModule(),
        new StageTypesTest_TicketHandler_AsyncActivityModule(),
        new StageTypesTest_MinimalHandler_AsyncActivityModule(),
        new StageTypesTest_FailedBeforeHandler_AsyncActivityModule(),
        new StageTypesTest_NoStageHandler_AsyncActivityModule());
  }

  @Test
  void stageThatIsDoneAlready_completes() {
    assertThat(run("Future", "world")).isEqualTo("at once world");
  }

  @Test
  void stageOfATypeOfItsOwn_completes() {
    assertThat(run("Ticket", "F")).isEqualTo("F7");
  }

  @Test
  void stageThatIsNoFuture_completes() {
    assertThat(run("Minimal", "world")).isEqualTo("minimal world");
  }

  // An interruption in somebody else's past is no sign that this work was asked to stop.
  @Test
  void stageThatFailedAlready_failsTheActivity_withItsCauses() {
    ApplicationFailure failure = failureOf("FailedBefore");

    assertThat(failure.getType()).isEqualTo(IOException.class.getName());
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(((ApplicationFailure) failure.getCause()).getType())
        .isEqualTo(InterruptedException.class.getName());
  }

  @Test
  void startWithoutAStage_failsTheActivity_andNamesTheHandler() {
    ApplicationFailure failure = failureOf("NoStage");

    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage()).contains(NoStageHandler.class.getName());
  }

  private String run(String type, String... arguments) {
    return longhaul
        .workflow(ActivityWorkflow.class)
        .run(Call.of(type, longhaul.activities(), arguments));
  }

  private ApplicationFailure failureOf(String type) {
    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> run(type));
    return (ApplicationFailure) failure.getCause().getCause();
  }
}
