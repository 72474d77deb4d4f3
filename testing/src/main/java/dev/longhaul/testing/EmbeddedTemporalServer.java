package dev.longhaul.testing;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * Temporal's own test server inside this process, on the loopback address and a free port, in real
 * time: it never skips any. Any namespace exists. It differs from a real server where calls are
 * refused; {@link FakeTemporalService} answers those as a real one.
 *
 * <p>Thread-safe. The server's thread pools live until {@link #close}.
 */
public final class EmbeddedTemporalServer implements AutoCloseable {
  private static final boolean TIME_SKIPPING_LOCKED = true;
  private static final long CURRENT_TIME = 0;
  private static final long CLOSE_SECONDS = 10;

  private final TestServicesStarter services;
  private final Server server;
  private final String target;

  private EmbeddedTemporalServer(TestServicesStarter services, Server server) {
    this.services = services;
    this.server = server;
    this.target = InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.getPort();
  }

  /**
   * Starts a server of its own; takes about two seconds the first time in a process.
   *
   * @throws UncheckedIOException if no port could be bound
   */
  public static EmbeddedTemporalServer start() {
    TestServicesStarter services = new TestServicesStarter(TIME_SKIPPING_LOCKED, CURRENT_TIME);
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    NettyServerBuilder builder = NettyServerBuilder.forAddress(anyPort);
    GRPCServerHelper.registerServicesAndHealthChecks(services.getServices(), builder);
    try {
      return new EmbeddedTemporalServer(services, builder.build().start());
    } catch (IOException e) {
      services.close();
      throw new UncheckedIOException("the embedded Temporal server could not bind a port", e);
    }
  }

  /** Where it listens, as {@code host:port}; plaintext. */
  public String target() {
    return target;
  }

  /** Ends open calls, polls included, and frees the port. May be repeated. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      if (!server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the embedded Temporal server still runs after its close");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      services.close();
    }
  }
}
