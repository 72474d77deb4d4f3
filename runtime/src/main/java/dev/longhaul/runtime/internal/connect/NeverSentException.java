package dev.longhaul.runtime.internal.connect;

import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** A call ended before it had a connection: nothing of it left this process. */
final class NeverSentException extends StatusRuntimeException {
  NeverSentException(Status status, Metadata trailers) {
    super(status, trailers);
  }
}
