package dev.longhaul.runtime.internal.connect;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/** Opens channels as Temporal's own SDKs do. */
public final class Channels {
  private static final int MAX_INBOUND_BYTES = 128 * 1024 * 1024;

  private Channels() {}

  /** A plaintext channel; it connects with the first call. */
  public static ManagedChannel plaintext(String target) {
    return NettyChannelBuilder.forTarget(target)
        .usePlaintext()
        // The server allows a ping every 10 s, and closes connections that are idle for 2 min.
        .keepAliveTime(30, TimeUnit.SECONDS)
        .keepAliveTimeout(15, TimeUnit.SECONDS)
        .keepAliveWithoutCalls(true)
        .maxInboundMessageSize(MAX_INBOUND_BYTES)
        .defaultLoadBalancingPolicy("round_robin")
        // Answers are handled where they arrive; user code never runs there.
        .directExecutor()
        .build();
  }
}
