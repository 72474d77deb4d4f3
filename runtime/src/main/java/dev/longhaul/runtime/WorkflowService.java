package dev.longhaul.runtime;

import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceFutureStub;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceStub;
import io.grpc.Channel;

/**
 * Temporal's own calls, for what Longhaul has no method for. They carry the headers and the
 * credentials of the client that they come from, have no deadline unless one is set ({@code
 * withDeadlineAfter}), are tried once, and fail with gRPC's exceptions. Answers arrive on a
 * callback thread, or where the blocking stub waits. Thread-safe.
 */
public final class WorkflowService {
  private final WorkflowServiceStub async;
  private final WorkflowServiceFutureStub future;
  private final WorkflowServiceBlockingStub blocking;

  WorkflowService(Channel channel) {
    async = WorkflowServiceGrpc.newStub(channel);
    future = WorkflowServiceGrpc.newFutureStub(channel);
    blocking = WorkflowServiceGrpc.newBlockingStub(channel);
  }

  /** Answers to an observer. */
  public WorkflowServiceStub async() {
    return async;
  }

  /** Answers by a future. */
  public WorkflowServiceFutureStub future() {
    return future;
  }

  /** Waits for the answer. */
  public WorkflowServiceBlockingStub blocking() {
    return blocking;
  }
}
