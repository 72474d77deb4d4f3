package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.inject.Injector;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tasks that this process cannot serve may be served by another one, or after an upgrade. */
class MisfitTest {
  private static final String SECRET = "4111-1111";

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  record Line(String article, int count) {}

  record Cart(List<Line> lines) {}

  /** A workflow whose second argument has a word where the activity expects a number. */
  @WorkflowInterface
  public interface CartWorkflow {
    @WorkflowMethod
    String run(String activityQueue);

    /** Sends it. */
    final class Impl implements CartWorkflow {
      @Override
      public String run(String activityQueue) {
        Map<String, ?> wrong =
            Map.of("lines", List.of(Map.of("count", 1), Map.of("count", SECRET)));
        return Call.of("Cart", activityQueue).executeWith(String.class, "first", wrong).get();
      }
    }
  }

  @AsyncActivityHandler(activityType = "Cart")
  static final class CartHandler {
    @OnStart
    CompletionStage<String> start(String first, Cart cart) {
      return CompletableFuture.completedFuture(first + cart);
    }
  }

  @Test
  void inputThatDoesNotFit_namesParameterTypeAndPath_andNeverTheValue() {
    longhaul.workflows(CartWorkflow.Impl.class);
    longhaul.start(new MisfitTest_CartHandler_AsyncActivityModule());

    WorkflowFailedException failure =
        catchThrowableOfType(
            WorkflowFailedException.class,
            () -> longhaul.workflow(CartWorkflow.class).run(longhaul.activities()));

    ApplicationFailure misfit = (ApplicationFailure) failure.getCause().getCause();
    assertThat(misfit.getType()).isEqualTo("InputMismatch");
    assertThat(misfit.isNonRetryable()).isFalse();
    assertThat(misfit.getOriginalMessage())
        .contains("input 2 of Cart")
        .contains("\"cart\"")
        .contains(Cart.class.getName())
        .contains("$.lines[1].count");
    assertThat(failure).hasStackTraceContaining("InputMismatch");
    assertThat(failure.toString() + misfit + misfit.getCause()).doesNotContain(SECRET);
  }

  // As in a rolling upgrade. The task that the old process may take with it times out and is
  // retried like the refused one; the embedded server prefers the old one while both poll.
  @Test
  void unknownType_isServedByTheNextProcessOnTheQueue() throws Exception {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    Injector old = longhaul.start(new CompletionFormsTest_BlockingHandler_AsyncActivityModule());
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(
        Call.of("Stage", longhaul.activities(), "world")
            .startToClose(Duration.ofSeconds(2))
            .attempts(0));
    await().until(() -> refused(workflow));
    longhaul.start(new CompletionFormsTest_StageHandler_AsyncActivityModule());
    old.getInstance(LonghaulRuntime.class).close();

    assertThat(workflow.getResult(20, TimeUnit.SECONDS, String.class)).isEqualTo("later world");
  }

  private boolean refused(WorkflowStub workflow) {
    return workflow.describe().getRawDescription().getPendingActivitiesList().stream()
        .map(pending -> pending.getLastFailure().getApplicationFailureInfo().getType())
        .anyMatch("ActivityTypeNotRegistered"::equals);
  }
}
