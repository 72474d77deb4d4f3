package dev.longhaul.runtime.internal.connect;

import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.runtime.internal.convert.WireCodec;

/**
 * What server and namespace say of themselves. Immutable.
 *
 * @param serverVersion empty if it is not known
 * @param blobSizeLimit the most bytes of one result, of one set of details or of one failure
 * @param internalErrorDifferentiation whether INTERNAL only ever means a mistake in the server
 * @param encodedFailureAttributes whether failures may have their message and stack trace encoded
 * @param pollsEndOnShutdown whether ShutdownWorker answers the open polls of the worker
 */
public record Capabilities(
    String serverVersion,
    int blobSizeLimit,
    boolean internalErrorDifferentiation,
    boolean encodedFailureAttributes,
    boolean pollsEndOnShutdown) {

  /** What holds where nothing is said. */
  static final Capabilities DEFAULTS =
      of(
          GetSystemInfoResponse.getDefaultInstance(),
          DescribeNamespaceResponse.getDefaultInstance());

  static Capabilities of(GetSystemInfoResponse system, DescribeNamespaceResponse namespace) {
    long limit = namespace.getNamespaceInfo().getLimits().getBlobSizeLimitError();
    return new Capabilities(
        system.getServerVersion(),
        limit <= 0 ? WireCodec.DEFAULT_SIZE_LIMIT : (int) Math.min(limit, Integer.MAX_VALUE),
        system.getCapabilities().getInternalErrorDifferentiation(),
        system.getCapabilities().getEncodedFailureAttributes(),
        namespace.getNamespaceInfo().getCapabilities().getWorkerPollCompleteOnShutdown());
  }
}
