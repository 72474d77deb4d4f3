package dev.longhaul.testing;

import com.google.common.base.Suppliers;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** The fake service as a server under test. */
final class FakeTestedServer implements TestedServer {
  private final FakeTemporalService service =
      FakeTemporalService.builder().endsPollsOnShutdown().firesTimeouts().start();

  private final ManagedChannel channel = service.newChannel();

  private final Supplier<String> deletedNamespace = Suppliers.memoize(this::deleteANamespace);

  @Override
  public ManagedChannel channel() {
    return channel;
  }

  @Override
  public TestedActivity schedule(ActivitySpec spec) {
    return new Activity(service.schedule(spec));
  }

  @Override
  public void awaitPoll(String queue) {
    service.awaitOpenPolls(queue, 1);
  }

  @Override
  public String deletedNamespace() {
    return deletedNamespace.get();
  }

  private String deleteANamespace() {
    service.registerNamespace("deleted");
    String id =
        WorkflowServiceGrpc.newBlockingStub(channel)
            .describeNamespace(
                DescribeNamespaceRequest.newBuilder().setNamespace("deleted").build())
            .getNamespaceInfo()
            .getId();
    service.deleteNamespace("deleted");
    return id;
  }

  @Override
  public void pass(Duration time) {
    service.clock().advance(time);
  }

  // One after the other: what passes on the clock passes for all.
  @Override
  public <T> Supplier<T> ahead(Supplier<T> action) {
    return action;
  }

  @Override
  public void close() {
    service.close();
  }

  private record Activity(FakeActivity activity) implements TestedActivity {
    @Override
    public String workflowId() {
      return activity.workflowId();
    }

    @Override
    public String runId() {
      return activity.runId();
    }

    @Override
    public String activityId() {
      return activity.activityId();
    }

    @Override
    public void requestCancel() {
      activity.requestCancel();
    }

    @Override
    public void pause() {
      activity.pause();
    }

    @Override
    public void unpause() {
      activity.unpause();
    }

    @Override
    public void reset() {
      activity.reset();
    }

    @Override
    public void end(Ending how) {
      activity.closeWorkflow(
          switch (how) {
            case COMPLETED -> WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
            case TERMINATED, RESET -> WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED;
            case CONTINUED_AS_NEW ->
                WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW;
          });
    }

    @Override
    public Optional<PendingActivityInfo> pending() {
      return activity.pending();
    }

    @Override
    public Closing closing() {
      ActivityOutcome outcome = activity.awaitOutcome();
      if (outcome instanceof ActivityOutcome.Failed failed) {
        return new Closing("FAILED " + Enums.shortened(failed.retryState()), failed.failure());
      } else if (outcome instanceof ActivityOutcome.TimedOut timedOut) {
        return new Closing(
            "TIMED_OUT "
                + Enums.shortened(timedOut.type())
                + " "
                + Enums.shortened(timedOut.retryState()));
      }
      return new Closing(outcome instanceof ActivityOutcome.Cancelled ? "CANCELED" : "COMPLETED");
    }
  }
}
