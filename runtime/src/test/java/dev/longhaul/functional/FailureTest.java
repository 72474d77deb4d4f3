package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.OutcomeAlreadyDecidedException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How work fails, and what the workflow gets to know. */
class FailureTest {
  private static final String TOO_LARGE = "x".repeat(2 * 1024 * 1024);

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final CompletableFuture<PendingActivity<String>> pending = new CompletableFuture<>();

  private static ActivityFailure declined() {
    return ActivityFailure.ofType("CardDeclined")
        .message("no funds")
        .details("visa", 7)
        .nonRetryable()
        .cause(new IllegalStateException("limit reached"));
  }

  @AsyncActivityHandler(activityType = "FailingBlocking")
  static final class FailingBlockingHandler {
    @SuppressWarnings("DoNotCallSuggester") // that it always throws is the point
    @OnStart
    String start() {
      throw declined().toException();
    }
  }

  @AsyncActivityHandler(activityType = "FailingStage")
  static final class FailingStageHandler {
    @OnStart
    CompletionStage<String> start() {
      return CompletableFuture.supplyAsync(
          () -> {
            throw declined().toException();
          });
    }
  }

  @AsyncActivityHandler(activityType = "FailingExternal")
  @SuppressWarnings("LH084")
  static final class FailingExternalHandler {
    @OnStart
    void start(PendingActivity<String> activity) {
      activity.fail(declined());
    }
  }

  @AsyncActivityHandler(activityType = "SecondTime")
  static final class SecondTimeHandler {
    private int starts;

    @OnStart
    String start(ActivityContext context) {
      starts++;
      int before = context.lastHeartbeatDetails(Integer.class).orElse(0);
      if (context.attempt() == 1) {
        context.heartbeat(41);
        throw new IllegalArgumentException("first attempt");
      }
      return "resumed after " + before + ", instance started " + starts;
    }
  }

  @AsyncActivityHandler(activityType = "TooLarge")
  static final class TooLargeHandler {
    @OnStart
    String start() {
      return TOO_LARGE;
    }
  }

  @AsyncActivityHandler(activityType = "Unsendable")
  static final class UnsendableHandler {
    @OnStart
    Object start() {
      return new Object();
    }
  }

  @AsyncActivityHandler(activityType = "Open")
  @SuppressWarnings("LH084")
  static final class OpenHandler {
    private final CompletableFuture<PendingActivity<String>> pending;

    @Inject
    OpenHandler(CompletableFuture<PendingActivity<String>> pending) {
      this.pending = pending;
    }

    @OnStart
    void start(PendingActivity<String> activity) {
      pending.complete(activity);
    }
  }

  @BeforeEach
  void startWorkflows() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
  }

  @Test
  void blocking_failureArrivesWhole() {
    longhaul.start(new FailureTest_FailingBlockingHandler_AsyncActivityModule());
    assertDeclined(failureOf("FailingBlocking"));
  }

  // What is below says nothing about the failure, and is the same in all of them.
  @Test
  void stackTrace_endsWhereTheHandlerWasCalled() {
    longhaul.start(new FailureTest_FailingBlockingHandler_AsyncActivityModule());
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(Call.of("FailingBlocking", longhaul.activities()));
    assertThat(catchThrowable(() -> workflow.getResult(String.class))).isNotNull();

    List<String> lines = History.of(workflow).failure().getStackTrace().lines().toList();
    assertThat(lines).anyMatch(line -> line.contains("FailingBlockingHandler.start("));
    assertThat(lines.get(lines.size() - 1)).startsWith("dev.longhaul.runtime.internal.dispatch.");
    assertThat(lines).noneMatch(line -> line.contains("java.lang.Thread.run("));
  }

  @Test
  void stage_failureArrivesWhole() {
    longhaul.start(new FailureTest_FailingStageHandler_AsyncActivityModule());
    assertDeclined(failureOf("FailingStage"));
  }

  @Test
  void external_failureArrivesWhole() {
    longhaul.start(new FailureTest_FailingExternalHandler_AsyncActivityModule());
    assertDeclined(failureOf("FailingExternal"));
  }

  // The details were recorded just before the failure and never sent by a heartbeat.
  @Test
  void secondAttempt_hasTheLastDetails_andAHandlerOfItsOwn() {
    longhaul.start(new FailureTest_SecondTimeHandler_AsyncActivityModule());

    assertThat(run(Call.of("SecondTime", longhaul.activities()).attempts(2)))
        .isEqualTo("resumed after 41, instance started 1");
  }

  @Test
  void resultThatIsTooLarge_failsForGood_andNamesSizeAndLimit() {
    longhaul.start(new FailureTest_TooLargeHandler_AsyncActivityModule());
    ApplicationFailure failure = failureOf("TooLarge");

    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getType()).isEqualTo("PayloadTooLargeException");
    assertThat(failure.getOriginalMessage()).contains("2097152");
  }

  @Test
  void resultThatCannotBeConverted_failsForGood() {
    longhaul.start(new FailureTest_UnsendableHandler_AsyncActivityModule());
    ApplicationFailure failure = failureOf("Unsendable");

    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getType()).isEqualTo("PayloadConversionException");
  }

  @Test
  void unknownType_failsRetryably_andNamesWhatThereIs() {
    longhaul.start(new FailureTest_TooLargeHandler_AsyncActivityModule());
    ApplicationFailure failure = failureOf("NoSuchType");

    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getType()).isEqualTo("ActivityTypeNotRegistered");
    assertThat(failure.getOriginalMessage()).contains("NoSuchType").contains("TooLarge");
  }

  @Test
  void explicitResultThatIsTooLarge_isRefused_andTheActivityStaysOpen() throws Exception {
    CompletableFuture<String> result = startOpen();
    PendingActivity<String> activity = pending.get(20, TimeUnit.SECONDS);

    assertThat(catchThrowable(() -> activity.complete(TOO_LARGE).get(20, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(PayloadTooLargeException.class);
    activity.complete("smaller").get(20, TimeUnit.SECONDS);
    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("smaller");
  }

  @Test
  void secondOutcome_isRefused_andTellsTheFirst() throws Exception {
    CompletableFuture<String> result = startOpen();
    PendingActivity<String> activity = pending.get(20, TimeUnit.SECONDS);

    activity.complete("first").get(20, TimeUnit.SECONDS);
    assertThat(
            catchThrowable(
                () -> activity.fail(new IllegalStateException()).get(20, TimeUnit.SECONDS)))
        .hasCauseInstanceOf(OutcomeAlreadyDecidedException.class)
        .hasMessageContaining("completed");
    assertThat(result.get(20, TimeUnit.SECONDS)).isEqualTo("first");
  }

  private CompletableFuture<String> startOpen() {
    Module collaborators =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(new com.google.inject.TypeLiteral<CompletableFuture<PendingActivity<String>>>() {})
                .toInstance(pending);
          }
        };
    longhaul.start(new FailureTest_OpenHandler_AsyncActivityModule(), collaborators);
    return CompletableFuture.supplyAsync(() -> run(Call.of("Open", longhaul.activities())));
  }

  private static void assertDeclined(ApplicationFailure failure) {
    assertThat(failure.getType()).isEqualTo("CardDeclined");
    assertThat(failure.getOriginalMessage()).isEqualTo("no funds");
    assertThat(failure.isNonRetryable()).isTrue();
    assertThat(failure.getDetails().get(0, String.class)).isEqualTo("visa");
    assertThat(failure.getDetails().get(1, Integer.class)).isEqualTo(7);
    ApplicationFailure cause = (ApplicationFailure) failure.getCause();
    assertThat(cause.getType()).isEqualTo(IllegalStateException.class.getName());
    assertThat(cause.getOriginalMessage()).isEqualTo("limit reached");
  }

  private ApplicationFailure failureOf(String type) {
    WorkflowFailedException failure =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> run(Call.of(type, longhaul.activities())));
    return (ApplicationFailure) failure.getCause().getCause();
  }

  private String run(Call call) {
    return longhaul.workflow(ActivityWorkflow.class).run(call);
  }
}
