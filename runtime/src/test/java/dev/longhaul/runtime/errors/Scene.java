package dev.longhaul.runtime.errors;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.proto.taskqueue.v1.TaskQueue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.errors.Call.By;
import dev.longhaul.testing.ActivitySpec;
import dev.longhaul.testing.FakeActivity;
import dev.longhaul.testing.FakeTemporalService;
import dev.longhaul.testing.FaultScript;
import dev.longhaul.testing.Rpc;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One call on one activity of the fake service, before which something has happened. */
final class Scene implements AutoCloseable {
  static final Object ORDINARY_VALUE = "value";

  private static final String QUEUE = "queue";

  /** There is time for a second try, and none for a third. */
  private static final RuntimeOptions IMPATIENT =
      RuntimeOptions.defaults().toBuilder()
          .retry(
              RetryOptions.defaults().toBuilder()
                  .initialInterval(Duration.ofMillis(1))
                  .busyInterval(Duration.ofMillis(1))
                  .factor(1e6)
                  .maximumInterval(Duration.ofHours(1))
                  .build())
          .build();

  final FakeTemporalService service = FakeTemporalService.start();
  private final ManagedChannel channel = service.newChannel();
  private final Call call;
  private final By by;
  FakeActivity activity;
  ActivityReference reference;
  LonghaulClient client;
  Object value = ORDINARY_VALUE;

  Scene(Call call, By by) {
    this.call = call;
    this.by = by;
    client = client(FakeTemporalService.NAMESPACE);
    activity = start(ActivitySpec.of("Work", QUEUE), FakeTemporalService.NAMESPACE);
    reference = reference();
  }

  CompletableFuture<Void> call() {
    return call.on(client, reference, value);
  }

  int calls() {
    return service.calls(call.rpc(by)).size();
  }

  FaultScript.Befalls next() {
    return service.faults().next(call.rpc(by));
  }

  FaultScript.Befalls always() {
    return service.faults().during(() -> true, call.rpc(by));
  }

  /** Addresses an activity of another namespace of this service, with the client of the first. */
  void addressNamespace(String namespace) {
    service.registerNamespace(namespace);
    activity = start(ActivitySpec.of("Work", QUEUE).namespace(namespace), namespace);
    reference =
        by == By.TOKEN
            ? token()
            : FullActivityId.of(
                namespace, activity.workflowId(), activity.runId(), activity.activityId());
  }

  /** Speaks for another namespace, to whatever service that is. */
  void speakFor(String namespace) {
    client.close();
    client = client(namespace);
    if (reference instanceof FullActivityId id) {
      reference = FullActivityId.of(namespace, id.workflowId(), id.runId(), id.activityId());
    }
  }

  /** The next attempt runs; the reference is of the first one. */
  void retryOnce() {
    activity.timeOut(1);
    activity.endBackoff();
    poll(FakeTemporalService.NAMESPACE);
  }

  void address(ActivityReference newReference) {
    reference = newReference;
  }

  FullActivityId ids() {
    return FullActivityId.of(
        FakeTemporalService.NAMESPACE,
        activity.workflowId(),
        activity.runId(),
        activity.activityId());
  }

  private TaskToken token() {
    return TaskToken.of(activity.taskToken().toByteArray());
  }

  private ActivityReference reference() {
    return by == By.TOKEN ? token() : ids();
  }

  private FakeActivity start(ActivitySpec spec, String namespace) {
    FakeActivity scheduled = service.schedule(spec);
    poll(namespace);
    return scheduled;
  }

  private void poll(String namespace) {
    WorkflowServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .pollActivityTaskQueue(
            PollActivityTaskQueueRequest.newBuilder()
                .setNamespace(namespace)
                .setTaskQueue(TaskQueue.newBuilder().setName(QUEUE))
                .build());
  }

  private LonghaulClient client(String namespace) {
    return LonghaulClient.connect(
        LonghaulModule.forChannel(channel).namespace(namespace).options(IMPATIENT));
  }

  /** How many calls of this kind the service has seen. */
  int calls(Rpc rpc) {
    return service.calls(rpc).size();
  }

  @Override
  public void close() {
    client.close();
    channel.shutdownNow();
    service.close();
  }
}
