package dev.longhaul.testing.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.runtime.LonghaulRuntime;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A handler is tested with its workflow: an example of the extension. */
@Execution(ExecutionMode.CONCURRENT)
class FilmTest {
  private final QuickFarm farm = new QuickFarm();

  /** A farm that has everything done. */
  private static final class QuickFarm extends RenderFarm {
    @Override
    synchronized Job submit(String key) {
      Job job = super.submit(key);
      job.done.complete("done");
      return job;
    }
  }

  // Not static, as each test has a farm of its own.
  @RegisterExtension
  final LonghaulExtension longhaul =
      LonghaulExtension.builder()
          .handlers(TranscodeHandler.class)
          .modules(binder -> binder.bind(RenderFarm.class).toInstance(farm))
          .workflows(FilmWorkflowImpl.class)
          .build();

  @Test
  void film_isTranscoded(FilmWorkflow workflow) {
    assertThat(workflow.publish("cat.mov")).isEqualTo("done/cat.mov");
    assertThat(farm.jobs()).hasSize(1);
  }

  @Test
  void otherFilm_isTranscodedBesideIt(FilmWorkflow workflow) {
    assertThat(workflow.publish("dog.mov")).isEqualTo("done/dog.mov");
    assertThat(farm.jobs()).hasSize(1);
  }

  @Test
  void workflow_isStartedWithOptionsOfItsOwn(LonghaulTest test) {
    FilmWorkflow workflow =
        test.workflow(FilmWorkflow.class, options -> options.setWorkflowId("film-of-a-horse"));
    WorkflowClient.start(workflow::publish, "horse.mov");
    assertThat(WorkflowStub.fromTyped(workflow).getResult(String.class))
        .isEqualTo("done/horse.mov");
    assertThat(WorkflowStub.fromTyped(workflow).getExecution().getWorkflowId())
        .isEqualTo("film-of-a-horse");
  }

  @Test
  void parts_areThoseOfTheTest(
      LonghaulTest test,
      AsyncCompletionClient client,
      LongRunningActivityManager manager,
      LonghaulRuntime runtime) {
    assertThat(client).isSameAs(test.client());
    assertThat(manager).isSameAs(test.manager());
    assertThat(runtime).isSameAs(test.runtime());
    assertThat(runtime.health().polls())
        .singleElement()
        .returns(test.taskQueue(), p -> p.taskQueue());
  }
}
