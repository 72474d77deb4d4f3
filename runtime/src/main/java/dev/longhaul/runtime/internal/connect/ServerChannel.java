package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.KeepAlive;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.runtime.internal.time.TimerThread;
import dev.longhaul.runtime.internal.tls.TlsMaterial;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A channel to the server, and who looks after it. Thread-safe.
 *
 * @param channel it connects with the first call
 * @param protection how its connections are protected, for logs
 * @param close ends what {@code open} began; repeatable
 */
public record ServerChannel(ManagedChannel channel, String protection, Runnable close) {
  private static final int MAX_RESPONSE_HEADER_BYTES = 4 * 1024 * 1024;

  /** A channel of the caller's, who looks after it and closes it. */
  public static ServerChannel given(ManagedChannel channel) {
    return new ServerChannel(channel, "over a channel of the application's", () -> {});
  }

  /**
   * A channel of our own. Reads the files of TLS, and blocks on them.
   *
   * @throws IllegalArgumentException if they cannot be used
   */
  public static ServerChannel open(ConnectionOptions options) {
    Optional<TlsMaterial> tls =
        options.effectiveTls().map(given -> new TlsMaterial(given, InstantSource.system()));
    ManagedChannel channel = builder(options, tls).build();
    TimerThread care = new TimerThread("longhaul-connection");
    // Without this, gRPC waits up to two minutes after a server has been away for long.
    care.repeat(channel::resetConnectBackoff, options.maxConnectBackoff());
    if (tls.isPresent() && tls.get().hasFiles()) {
      care.repeat(() -> refresh(tls.get(), channel), options.effectiveTls().get().reloadInterval());
    }
    return new ServerChannel(
        channel,
        tls.map(TlsMaterial::toString).orElse("plaintext"),
        () -> {
          care.close();
          channel.shutdown();
        });
  }

  // What could not connect for want of the new files shall not wait any longer.
  private static void refresh(TlsMaterial tls, ManagedChannel channel) {
    if (tls.refresh()) {
      channel.resetConnectBackoff();
    }
  }

  private static NettyChannelBuilder builder(ConnectionOptions options, Optional<TlsMaterial> tls) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(
                options.target(),
                tls.map(TlsMaterial::credentials).orElseGet(InsecureChannelCredentials::create))
            .maxInboundMessageSize(options.maxResponseBytes())
            .maxInboundMetadataSize(MAX_RESPONSE_HEADER_BYTES)
            .defaultLoadBalancingPolicy("round_robin")
            // Calls are tried again by rules of ours; gRPC's would keep each request for it.
            .disableRetry()
            // Answers are handled where they arrive; user code never runs there.
            .directExecutor();
    options.effectiveTls().flatMap(TlsOptions::serverName).ifPresent(builder::overrideAuthority);
    options.keepAlive().ifPresent(keepAlive -> keepAlive(builder, keepAlive));
    return builder;
  }

  private static void keepAlive(NettyChannelBuilder builder, KeepAlive keepAlive) {
    builder
        .keepAliveTime(keepAlive.interval().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveTimeout(keepAlive.timeout().toNanos(), TimeUnit.NANOSECONDS)
        .keepAliveWithoutCalls(keepAlive.whileIdle());
  }
}
