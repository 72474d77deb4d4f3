package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.google.inject.TypeLiteral;
import dev.longhaul.api.AsyncCompletionClient;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class LonghaulExtensionTest {
  private static final Set<String> TARGETS = ConcurrentHashMap.newKeySet();

  /** Four films at once, all of them with handlers of one type. */
  @Disabled("run by a test")
  @Execution(ExecutionMode.CONCURRENT)
  static class AtOnce {
    private static final int TESTS = 4;
    private static final CyclicBarrier ALL = new CyclicBarrier(TESTS);

    private final MeetingFarm farm = new MeetingFarm();

    /** Ends no job before all tests have one, so that each could have got another's. */
    private static final class MeetingFarm extends RenderFarm {
      @Override
      synchronized Job submit(String key) {
        Job job = super.submit(key);
        new Thread(() -> meet(job)).start();
        return job;
      }

      private void meet(Job job) {
        try {
          ALL.await(30, TimeUnit.SECONDS);
          job.done.complete(Integer.toString(System.identityHashCode(this)));
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
          job.done.completeExceptionally(e);
        }
      }
    }

    @RegisterExtension
    final LonghaulExtension longhaul =
        LonghaulExtension.builder()
            .handlers(TranscodeHandler.class)
            .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm))
            .workflows(FilmWorkflowImpl.class)
            .build();

    @RepeatedTest(TESTS)
    void film_isTranscodedByTheTestsOwnFarm(FilmWorkflow workflow, LonghaulTest test) {
      TARGETS.add(test.target());
      assertThat(workflow.publish("cat.mov")).isEqualTo(System.identityHashCode(farm) + "/cat.mov");
    }
  }

  @Test
  void testsAtOnce_doNotMeet_andShareTheServer_whichEndsWithTheRun() throws IOException {
    TestRun.of(AtOnce.class).assertStatistics(stats -> stats.started(4).succeeded(4));
    assertThat(TARGETS).hasSize(1);
    String[] target = TARGETS.iterator().next().split(":", 2);
    assertThatThrownBy(() -> new Socket(target[0], Integer.parseInt(target[1])).close())
        .isInstanceOf(ConnectException.class);
  }

  /** Fails while its activity is open. */
  @Disabled("run by a test")
  static class Failing {
    @RegisterExtension
    static final LonghaulExtension LONGHAUL =
        LonghaulExtension.builder()
            .handlers(TranscodeHandler.class)
            .modules(binder -> binder.bind(RenderFarm.class).toInstance(new RenderFarm()))
            .workflows(FilmWorkflowImpl.class)
            .build();

    @Test
    void film_isNeverThere(FilmWorkflow workflow, LonghaulTest test) {
      WorkflowClient.start(workflow::publish, "cat.mov");
      await().until(() -> !test.manager().snapshot().isEmpty());
      throw new AssertionError("no film");
    }
  }

  @Test
  @ResourceLock(Resources.SYSTEM_ERR)
  void failure_isFollowedByWhatTheWorkflowDidAndWhatIsOpen() {
    assertThat(TestRun.errorOutput(Failing.class))
        .contains("Longhaul, when the test failed:")
        .contains("1 WORKFLOW_EXECUTION_STARTED FilmWorkflow")
        .containsPattern("5 ACTIVITY_TASK_SCHEDULED Transcode on test-")
        .contains("open here: Transcode, attempt 1, RUNNING")
        .doesNotContain("cat.mov");
  }

  /** Asks for things that are not there. */
  @Disabled("run by a test")
  static class Misusing {
    @RegisterExtension
    static final LonghaulExtension LONGHAUL =
        LonghaulExtension.builder()
            .handlers(ApprovalHandler.class)
            .modules(
                binder ->
                    binder.bind(new TypeLiteral<List<String>>() {}).toInstance(new ArrayList<>()))
            .build();

    @Test
    void workflow_isNotNamed(FilmWorkflow workflow) {}
  }

  @Test
  void workflowThatNobodyImplements_isNamed() {
    TestRun.of(Misusing.class)
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(
                    text ->
                        text.contains("no workflow of this test implements")
                            && text.contains("name the class that does in workflows(...)"))));
  }

  /** Asks too early. */
  @Disabled("run by a test")
  static class TooEarly {
    @RegisterExtension static final LonghaulExtension LONGHAUL = Misusing.LONGHAUL;

    TooEarly(AsyncCompletionClient client) {}

    @Test
    void test() {}
  }

  @Test
  void parameterOfAConstructor_isRefused() {
    TestRun.of(TooEarly.class)
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(
                    text ->
                        text.contains("runs outside of any")
                            && text.contains("take it in the test method"))));
  }

  @Test
  void builder_refusesWhatCannotWork() {
    assertThatThrownBy(() -> LonghaulExtension.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("name handlers(...)");
    assertThatThrownBy(() -> LonghaulExtension.builder().handlers(FilmWorkflowImpl.class))
        .hasMessageContaining("is no handler");
    assertThatThrownBy(() -> LonghaulExtension.builder().workflows(FilmWorkflow.class))
        .hasMessageContaining("not their interfaces");
    assertThatThrownBy(() -> LonghaulExtension.builder().workflows(TranscodeHandler.class))
        .hasMessageContaining("those of handlers go to handlers(...)");
  }
}
