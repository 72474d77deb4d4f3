package dev.longhaul.testing;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import dev.longhaul.proto.enums.v1.NamespaceState;
import dev.longhaul.proto.enums.v1.ResourceExhaustedCause;
import dev.longhaul.proto.enums.v1.ResourceExhaustedScope;
import dev.longhaul.proto.errordetails.v1.NamespaceInvalidStateFailure;
import dev.longhaul.proto.errordetails.v1.NamespaceNotFoundFailure;
import dev.longhaul.proto.errordetails.v1.NotFoundFailure;
import dev.longhaul.proto.errordetails.v1.PermissionDeniedFailure;
import dev.longhaul.proto.errordetails.v1.ResourceExhaustedFailure;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** How a Temporal server refuses: a status, and where it sends one, a detail in the trailers. */
public final class Refusals {
  private static final String CLUSTER = "active";

  private Refusals() {}

  /** A status with the given detail in {@code grpc-status-details-bin}. */
  public static StatusRuntimeException withDetail(Status status, Message detail) {
    String text = status.getDescription() == null ? "" : status.getDescription();
    return StatusProto.toStatusRuntimeException(
        com.google.rpc.Status.newBuilder()
            .setCode(status.getCode().value())
            .setMessage(text)
            .addDetails(Any.pack(detail))
            .build());
  }

  /** The activity, attempt, workflow or run is not there, or not any more. */
  public static StatusRuntimeException notFound(String text) {
    return withDetail(
        Status.NOT_FOUND.withDescription(text),
        NotFoundFailure.newBuilder().setCurrentCluster(CLUSTER).setActiveCluster(CLUSTER).build());
  }

  /** The namespace is not there. */
  public static StatusRuntimeException namespaceNotFound(String namespace) {
    return withDetail(
        Status.NOT_FOUND.withDescription("Namespace " + namespace + " is not found."),
        NamespaceNotFoundFailure.newBuilder().setNamespace(namespace).build());
  }

  /** A limit was hit. */
  public static StatusRuntimeException resourceExhausted(
      ResourceExhaustedCause cause, ResourceExhaustedScope scope) {
    return withDetail(
        Status.RESOURCE_EXHAUSTED.withDescription("limit exceeded: " + cause),
        ResourceExhaustedFailure.newBuilder().setCause(cause).setScope(scope).build());
  }

  /** The caller may not do this. */
  public static StatusRuntimeException permissionDenied() {
    return withDetail(
        Status.PERMISSION_DENIED.withDescription("Request unauthorized."),
        PermissionDeniedFailure.getDefaultInstance());
  }

  /** Wrong arguments; never with a detail. */
  public static StatusRuntimeException invalidArgument(String text) {
    return Status.INVALID_ARGUMENT.withDescription(text).asRuntimeException();
  }

  /** Not in this state; without a detail. */
  static StatusRuntimeException failedPrecondition(String text) {
    return Status.FAILED_PRECONDITION.withDescription(text).asRuntimeException();
  }

  static StatusRuntimeException deletedNamespace(String namespace) {
    return withDetail(
        Status.FAILED_PRECONDITION.withDescription("Namespace has invalid state: Deleted."),
        NamespaceInvalidStateFailure.newBuilder()
            .setNamespace(namespace)
            .setState(NamespaceState.NAMESPACE_STATE_DELETED)
            .addAllowedStates(NamespaceState.NAMESPACE_STATE_REGISTERED)
            .addAllowedStates(NamespaceState.NAMESPACE_STATE_DEPRECATED)
            .build());
  }

  static StatusRuntimeException messageTooLarge(int size, int limit) {
    return Status.RESOURCE_EXHAUSTED
        .withDescription("grpc: received message larger than max (" + size + " vs. " + limit + ")")
        .asRuntimeException();
  }
}
