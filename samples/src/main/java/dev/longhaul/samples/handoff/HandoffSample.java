package dev.longhaul.samples.handoff;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.SmallNumber;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a worker of the official SDK and the two depots, and runs the workflow. */
@Command(
    name = "handoff",
    header =
        "Two activities of the official SDK's worker are handed over, one of them over a queue.")
public final class HandoffSample extends Sample {
  @Option(
      names = "--kilometres",
      paramLabel = "N",
      defaultValue = "5",
      converter = SmallNumber.class,
      description = "How far the parcels go; ${DEFAULT-VALUE} by default.")
  private int kilometres;

  @Option(names = "--cancel", description = "Cancels the workflow when both are on their way.")
  private boolean cancel;

  @Override
  protected void run(TemporalService temporal, Story story) throws Exception {
    String id = Names.unique("handoff");
    Injector here = Guice.createInjector(temporal.longhaul(id));
    Injector elsewhere =
        Guice.createInjector(temporal.longhaul(id)); // with a connection of its own
    WorkflowSide workflows =
        WorkflowSide.start(temporal, id + "-workflows", DeliveryWorkflowImpl.class);
    Rides rides = new Rides(2, story);
    LonghaulClient connection = here.getInstance(LonghaulClient.class);
    LonghaulClient otherConnection = elsewhere.getInstance(LonghaulClient.class);
    WorkerFactory worker = WorkerFactory.newInstance(workflows.client());
    try (workflows;
        rides;
        connection;
        otherConnection) {
      BlockingQueue<byte[]> queue = new LinkedBlockingQueue<>();
      Depot bikes = new Depot("bike", manager(here), rides, story);
      Depot vans = new Depot("van", manager(elsewhere), rides, story);
      worker
          .newWorker(id)
          .registerActivitiesImplementations(new CourierActivitiesImpl(bikes, queue, story));
      worker.start();
      story.item("workflow", id);
      WorkflowStub workflow =
          WorkflowStub.fromTyped(workflows.workflow(DeliveryWorkflow.class, id));
      workflow.start(kilometres, id);
      takeOne(queue, vans, story);
      if (cancel) {
        rides.awaitAllOnTheirWay();
        story.tell("the workflow is cancelled");
        workflow.cancel();
      }
      story.tell(outcome(workflow));
    } finally {
      worker.shutdownNow();
    }
  }

  private static LongRunningActivityManager manager(Injector injector) {
    return injector.getInstance(LongRunningActivityManager.class);
  }

  private static void takeOne(BlockingQueue<byte[]> queue, Depot vans, Story story)
      throws InterruptedException {
    Errand errand = Errand.of(queue.take());
    HandOff handOff = HandOff.parse(errand.handOff());
    vans.deliver(handOff, errand.parcel());
    story.tell("the other depot has taken " + handOff.activityType() + " from the queue");
  }

  private static String outcome(WorkflowStub workflow) {
    try {
      Receipt[] receipts = workflow.getResult(Receipt[].class);
      return List.of(receipts).stream()
          .map(receipt -> receipt.content() + " by " + receipt.carrier())
          .collect(Collectors.joining(", ", "the workflow has receipts of ", ""));
    } catch (WorkflowFailedException e) {
      if (e.getCause() instanceof CanceledFailure) {
        return "the workflow knows that its activities are canceled";
      }
      throw e;
    }
  }
}
