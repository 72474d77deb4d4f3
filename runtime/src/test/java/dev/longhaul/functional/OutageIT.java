package dev.longhaul.functional;

import static io.temporal.api.enums.v1.EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.testing.TemporalDevServer;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hundred open activities while the server is away: none is lost, none has two outcomes. */
class OutageIT {
  private static final int MANY = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static TemporalDevServer server;
  private static TemporalServer connected;

  @RegisterExtension final Longhaul longhaul = new Longhaul(connected);
  private final Controlled controlled = new Controlled();
  private LongRunningActivityManager manager;
  private WorkflowStub workflow;

  @BeforeAll
  static void startServer() {
    server = TemporalServer.real().start();
    connected = new TemporalServer(server.target());
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void start() {
    longhaul.workflows(ManyActivitiesWorkflow.Impl.class);
    manager = longhaul.startControlled(controlled, Duration.ofSeconds(2));
    workflow = longhaul.started(longhaul.workflow(ManyActivitiesWorkflow.class));
    Call call =
        Call.of("External", longhaul.activities())
            .startToClose(PATIENCE)
            .heartbeatTimeout(Duration.ofSeconds(60))
            .attempts(0);
    workflow.start(call, MANY);
  }

  @Test
  void stoppedAndStartedAgain_everyActivityCompletesOnce() throws Exception {
    List<PendingActivity<String>> open = allStarted();

    server.stop();
    List<CompletableFuture<Void>> reported = complete(open, 0, MANY / 2);
    server.restart();
    reported.addAll(complete(open, MANY / 2, MANY));

    assertAllCompletedOnce(reported);
  }

  @Test
  void killedAndStartedAgain_everyActivityCompletesOnce() throws Exception {
    List<PendingActivity<String>> open = allStarted();

    List<CompletableFuture<Void>> reported = complete(open, 0, MANY / 2);
    server.kill();
    server.restart();
    reported.addAll(complete(open, MANY / 2, MANY));

    assertAllCompletedOnce(reported);
  }

  private List<PendingActivity<String>> allStarted() throws InterruptedException {
    List<PendingActivity<String>> open = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      open.add(controlled.nextExternal());
    }
    return open;
  }

  private static List<CompletableFuture<Void>> complete(
      List<PendingActivity<String>> open, int from, int to) {
    List<CompletableFuture<Void>> reported = new ArrayList<>();
    IntStream.range(from, to).forEach(i -> reported.add(open.get(i).complete("result " + i)));
    return reported;
  }

  // An outcome whose answer the outage swallowed is answered with NOT_FOUND at the next try: it is
  // reported as possibly applied, and the workflow has it.
  private void assertAllCompletedOnce(List<CompletableFuture<Void>> reported) throws Exception {
    for (CompletableFuture<Void> report : reported) {
      assertThat(report.handle((done, failure) -> isAppliedOrPossibly(failure)))
          .succeedsWithin(PATIENCE)
          .isEqualTo(true);
    }
    List<?> results = workflow.getResult(120, SECONDS, List.class);
    assertThat(results).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(History.of(connected, workflow).count(EVENT_TYPE_ACTIVITY_TASK_COMPLETED))
        .isEqualTo(MANY);
    await().atMost(PATIENCE).until(() -> manager.snapshot().isEmpty());
    assertThat(controlled.externals).isEmpty();
    assertThat(controlled.stops).isEmpty();
  }

  private static boolean isAppliedOrPossibly(Throwable failure) {
    return failure == null
        || (failure instanceof ActivityNotFoundException notFound && notFound.possiblyApplied());
  }
}
