package dev.longhaul.docs.patterns;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.Guice;
import com.google.inject.Module;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.testing.EmbeddedTemporalServer;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The workflows of the pages do what the pages say. */
@Timeout(120)
class WorkflowPatternsTest {
  private static final String WORKFLOWS = "workflows";

  private final EmbeddedTemporalServer server = EmbeddedTemporalServer.start();
  private final WorkflowServiceStubs service =
      WorkflowServiceStubs.newServiceStubs(
          WorkflowServiceStubsOptions.newBuilder().setTarget(server.target()).build());
  private final WorkflowClient client = WorkflowClient.newInstance(service);
  private final WorkerFactory workers = WorkerFactory.newInstance(client);
  private final Renderings renderings = new Renderings();
  private final LonghaulRuntime runtime = runtime();

  /** Renderings that the test completes. */
  private static final class Renderings extends Renderer {
    final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    @Override
    CompletionStage<String> render(String video, String format) {
      return open.computeIfAbsent(format, key -> new CompletableFuture<>());
    }

    CompletableFuture<String> of(String format) {
      return Objects.requireNonNull(open.get(format));
    }
  }

  /** Approves when it has been reminded twice. */
  private static final class Forgetful implements Approvals {
    final CompletableFuture<Boolean> decision = new CompletableFuture<>();
    final AtomicInteger reminders = new AtomicInteger();

    @Override
    public boolean approve(String subject) {
      return decision.join();
    }

    @Override
    public void remind(String subject) {
      if (reminders.incrementAndGet() == 2) {
        decision.complete(true);
      }
    }
  }

  @BeforeEach
  void startWorkers() {
    workers
        .newWorker(WORKFLOWS)
        .registerWorkflowImplementationTypes(
            RenditionsWorkflowImpl.class, ApprovalWorkflowImpl.class);
  }

  @AfterEach
  void close() {
    runtime.close();
    workers.shutdownNow();
    service.shutdownNow();
    server.close();
  }

  @Test
  void results_areMergedInTheOrderOfTheFormats_whoeverIsFirst() throws Exception {
    runtime.start();
    workers.start();
    CompletableFuture<List<String>> result = render("a", "b", "c");
    await().atMost(30, SECONDS).until(() -> renderings.open.size() == 3);
    List.of("c", "a", "b").forEach(format -> renderings.of(format).complete("in " + format));

    assertThat(result.get(30, SECONDS)).containsExactly("in a", "in b", "in c");
  }

  @Test
  void failureForGood_cancelsTheOthers() throws Exception {
    runtime.start();
    workers.start();
    CompletableFuture<List<String>> result = render("a", "b", "c");
    await().atMost(30, SECONDS).until(() -> renderings.open.size() == 3);
    renderings
        .of("b")
        .completeExceptionally(ActivityFailure.ofType("NoCodec").nonRetryable().toException());

    assertThatThrownBy(() -> result.get(30, SECONDS))
        .cause()
        .isInstanceOf(WorkflowFailedException.class)
        .hasStackTraceContaining("NoCodec");
    assertThat(renderings.of("a")).isCancelled();
    assertThat(renderings.of("c")).isCancelled();
  }

  @Test
  void person_isReminded_untilThereIsADecision() {
    Forgetful person = new Forgetful();
    workers.newWorker("approvals").registerActivitiesImplementations(person);
    workers.start();
    ApprovalWorkflow workflow = client.newWorkflowStub(ApprovalWorkflow.class, options());

    assertThat(workflow.ask("the budget", Duration.ofMillis(200))).isTrue();
    assertThat(person.reminders).hasValueGreaterThanOrEqualTo(2);
  }

  private LonghaulRuntime runtime() {
    Module collaborators = binder -> binder.bind(Renderer.class).toInstance(renderings);
    return Guice.createInjector(
            LonghaulModule.forTarget(server.target())
                .options(
                    RuntimeOptions.defaults().toBuilder()
                        .drainTime(Duration.ZERO)
                        .pollDrain(Duration.ZERO)
                        .build())
                .handler(
                    "RenderHandler", handler -> handler.heartbeatInterval(Duration.ofMillis(100))),
            new RenderHandler_AsyncActivityModule(),
            collaborators)
        .getInstance(LonghaulRuntime.class);
  }

  private CompletableFuture<List<String>> render(String... formats) {
    RenditionsWorkflow workflow = client.newWorkflowStub(RenditionsWorkflow.class, options());
    return WorkflowClient.execute(workflow::render, "video", List.of(formats));
  }

  private static WorkflowOptions options() {
    return WorkflowOptions.newBuilder().setTaskQueue(WORKFLOWS).build();
  }
}
