package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentVersion;
import dev.longhaul.proto.enums.v1.NamespaceState;
import dev.longhaul.proto.namespace.v1.NamespaceInfo;
import dev.longhaul.proto.taskqueue.v1.TaskQueueVersioningInfo;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeActivityExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeTaskQueueResponse;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeWorkflowExecutionResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.testing.Namespaces.Namespace;

/** What the service tells about itself, its namespaces and its runs. Under the service's lock. */
final class Describes {
  private static final String SERVER_VERSION = "1.32.0";

  private final Namespaces namespaces;
  private final Workflows workflows;
  private final TaskQueues queues;
  private final SizeLimits limits;
  private final boolean pollsEndOnShutdown;

  Describes(
      Namespaces namespaces,
      Workflows workflows,
      TaskQueues queues,
      SizeLimits limits,
      boolean pollsEndOnShutdown) {
    this.namespaces = namespaces;
    this.workflows = workflows;
    this.queues = queues;
    this.limits = limits;
    this.pollsEndOnShutdown = pollsEndOnShutdown;
  }

  GetSystemInfoResponse systemInfo() {
    return GetSystemInfoResponse.newBuilder()
        .setServerVersion(SERVER_VERSION)
        .setCapabilities(
            GetSystemInfoResponse.Capabilities.newBuilder()
                .setInternalErrorDifferentiation(true)
                .setActivityFailureIncludeHeartbeat(true)
                .setEncodedFailureAttributes(true))
        .build();
  }

  DescribeNamespaceResponse namespace(DescribeNamespaceRequest request) {
    Namespace namespace = find(request);
    return DescribeNamespaceResponse.newBuilder()
        .setNamespaceInfo(
            NamespaceInfo.newBuilder()
                .setName(namespace.name())
                .setId(namespace.id())
                .setState(
                    namespace.deleted()
                        ? NamespaceState.NAMESPACE_STATE_DELETED
                        : NamespaceState.NAMESPACE_STATE_REGISTERED)
                .setCapabilities(
                    NamespaceInfo.Capabilities.newBuilder()
                        .setStandaloneActivities(true)
                        .setWorkerPollCompleteOnShutdown(pollsEndOnShutdown))
                .setLimits(
                    NamespaceInfo.Limits.newBuilder().setBlobSizeLimitError(limits.blobBytes())))
        .build();
  }

  DescribeWorkflowExecutionResponse workflow(DescribeWorkflowExecutionRequest request) {
    Namespace namespace = RequestChecks.usable(request.getNamespace(), namespaces);
    WorkflowExecution execution = request.getExecution();
    if (execution.getWorkflowId().isEmpty()) {
      throw Refusals.invalidArgument("WorkflowId is not set on request.");
    } else if (!RequestChecks.isRunId(execution.getRunId())) {
      throw Refusals.invalidArgument("Invalid RunId.");
    }
    WorkflowRun run =
        workflows.find(namespace.id(), execution.getWorkflowId(), execution.getRunId());
    if (run == null) {
      throw Refusals.notFound("workflow execution not found");
    }
    return WireViews.run(run);
  }

  /** Of a standalone activity. */
  DescribeActivityExecutionResponse activity(DescribeActivityExecutionRequest request) {
    Namespace namespace = RequestChecks.usable(request.getNamespace(), namespaces);
    WorkflowRun run =
        workflows.findStandalone(namespace.id(), request.getActivityId(), request.getRunId());
    if (run == null) {
      throw Refusals.notFound("activity execution not found");
    }
    return WireViews.standalone(run);
  }

  /** Of the queue only its current version. */
  DescribeTaskQueueResponse taskQueue(DescribeTaskQueueRequest request) {
    Namespace namespace = RequestChecks.usable(request.getNamespace(), namespaces);
    TaskQueueVersioningInfo.Builder versioning = TaskQueueVersioningInfo.newBuilder();
    WorkerDeploymentVersion current =
        queues.currentVersion(namespace.name(), request.getTaskQueue().getName());
    if (current != null) {
      versioning.setCurrentDeploymentVersion(current);
    }
    return DescribeTaskQueueResponse.newBuilder().setVersioningInfo(versioning).build();
  }

  private Namespace find(DescribeNamespaceRequest request) {
    if (request.getNamespace().isEmpty() && request.getId().isEmpty()) {
      throw Refusals.invalidArgument("Namespace not set on request.");
    } else if (request.getId().isEmpty()) {
      return RequestChecks.named(request.getNamespace(), namespaces);
    }
    Namespace namespace = namespaces.findById(request.getId());
    if (namespace == null) {
      throw Refusals.namespaceNotFound(request.getId());
    }
    return namespace;
  }
}
