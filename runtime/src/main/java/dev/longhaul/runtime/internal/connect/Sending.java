package dev.longhaul.runtime.internal.connect;

import io.grpc.Attributes;
import io.grpc.ClientStreamTracer;
import io.grpc.ClientStreamTracer.StreamInfo;
import io.grpc.Metadata;

/** Whether a call has been handed to a connection, so that its request may leave. Thread-safe. */
final class Sending extends ClientStreamTracer.Factory {
  private volatile boolean begun;

  boolean hasBegun() {
    return begun;
  }

  @Override
  public ClientStreamTracer newClientStreamTracer(StreamInfo info, Metadata headers) {
    return new ClientStreamTracer() {
      @Override
      public void streamCreated(Attributes connection, Metadata sent) {
        begun = true;
      }
    };
  }
}
