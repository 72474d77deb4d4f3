package dev.longhaul.samples.greeting;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Starts both sides, runs the workflow, and tells its result. */
@Command(
    name = "greeting",
    header = "Two people are greeted in parallel by activities that another thread completes.")
public final class GreetingSample extends Sample {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FIRST",
      defaultValue = "Maximiliana",
      description = "Who is greeted; ${DEFAULT-VALUE} by default.")
  private String first = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SECOND",
      defaultValue = "Bo",
      description = "Who else; ${DEFAULT-VALUE} by default, who does not wait for a goodbye.")
  private String second = "";

  @Override
  protected void run(TemporalService temporal, Story story) {
    String id = Names.unique("greeting");
    Injector injector =
        Guice.createInjector(
            temporal.longhaul(id),
            new ComposeGreetingHandler_AsyncActivityModule(),
            binder -> binder.bind(Story.class).toInstance(story));
    LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class);
    Greeter greeter = injector.getInstance(Greeter.class);
    WorkflowSide workflows =
        WorkflowSide.start(temporal, id + "-workflows", GreetingWorkflowImpl.class);
    try (workflows;
        greeter;
        runtime) {
      runtime.start();
      GreetingWorkflow workflow = workflows.workflow(GreetingWorkflow.class, id);
      story.item("workflow", id);
      story.tell("merged: " + workflow.greet(first, second, id));
    }
  }
}
