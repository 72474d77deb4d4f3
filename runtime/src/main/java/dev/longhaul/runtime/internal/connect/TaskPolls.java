package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentVersion;
import dev.longhaul.proto.taskqueue.v1.TaskQueueVersioningInfo;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of a worker on one task queue. Thread-safe. */
public final class TaskPolls {
  private static final Logger LOG = LoggerFactory.getLogger(TaskPolls.class);

  /** The server answers after 60 s at the latest; the SDKs allow 10 s more. */
  private static final Duration POLL_TIMEOUT = Duration.ofSeconds(70);

  private static final Duration OTHER_TIMEOUT = Duration.ofSeconds(10);

  private final String taskQueue;
  private final Calls calls;
  private final Requests requests;
  private final PolledTasks tasks;
  private final Supplier<Capabilities> capabilities;
  private final PollActivityTaskQueueRequest request;

  TaskPolls(
      String taskQueue,
      QueueOptions options,
      Calls calls,
      Requests requests,
      PolledTasks tasks,
      Supplier<Capabilities> capabilities) {
    this.taskQueue = taskQueue;
    this.calls = calls;
    this.requests = requests;
    this.tasks = tasks;
    this.capabilities = capabilities;
    this.request = requests.poll(taskQueue, options.maxTasksPerSecond());
  }

  public String taskQueue() {
    return taskQueue;
  }

  /**
   * A poll that is under way.
   *
   * @param task completes on a network thread; empty if there was no task; fails with a {@link
   *     PollException}
   * @param cancel gives the poll up; a task that the server has matched meanwhile is lost until its
   *     timeout
   */
  public record Poll(CompletableFuture<Optional<ActivityTask>> task, Runnable cancel) {}

  /** Asks for one task. */
  public Poll poll() {
    var pending =
        calls.startCancellable(
            WorkflowServiceGrpc.getPollActivityTaskQueueMethod(), request, POLL_TIMEOUT);
    CompletableFuture<Optional<ActivityTask>> task =
        pending
            .answer()
            .handle(
                (response, failure) -> {
                  if (failure != null) {
                    throw new PollException(RpcFailure.of(failure));
                  }
                  return tasks.task(response);
                });
    return new Poll(task, pending.cancel());
  }

  /**
   * Lets the server answer the open polls of this process at once, where it can; otherwise nothing
   * happens. Best effort: whoever stops polling waits for the polls in any case.
   */
  public void endPolls() {
    if (!capabilities.get().pollsEndOnShutdown()) {
      return;
    }
    calls
        .start(
            WorkflowServiceGrpc.getShutdownWorkerMethod(),
            requests.shutdownWorker(taskQueue),
            OTHER_TIMEOUT)
        .exceptionally(
            failure -> {
              LOG.debug(
                  "the polls of task queue {} are not ended by the server: {}",
                  taskQueue,
                  RpcFailure.of(failure).told());
              return null;
            });
  }

  /** Which versions get the tasks of the queue; fails where the server does not tell. */
  public CompletableFuture<Routing> routing() {
    return calls
        .start(
            WorkflowServiceGrpc.getDescribeTaskQueueMethod(),
            requests.describeQueue(taskQueue),
            OTHER_TIMEOUT)
        .thenApply(description -> routing(description.getVersioningInfo()));
  }

  private static Routing routing(TaskQueueVersioningInfo info) {
    return new Routing(
        info.hasCurrentDeploymentVersion()
            ? version(info.getCurrentDeploymentVersion())
            : Optional.empty(),
        info.hasRampingDeploymentVersion()
            ? version(info.getRampingDeploymentVersion())
            : Optional.empty());
  }

  // Without a build id it stands for the pollers that have no version.
  private static Optional<DeploymentVersion> version(WorkerDeploymentVersion version) {
    return version.getBuildId().isEmpty()
        ? Optional.empty()
        : Optional.of(new DeploymentVersion(version.getDeploymentName(), version.getBuildId()));
  }
}
