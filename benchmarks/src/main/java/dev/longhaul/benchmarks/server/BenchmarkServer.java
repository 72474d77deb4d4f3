package dev.longhaul.benchmarks.server;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The server's process, started by {@link ServerProcess}: serves on a free port of loopback until
 * its standard input ends, which it does when the parent process goes away. It prints its port, and
 * a {@link Served} for each line that it reads.
 */
final class BenchmarkServer {
  private BenchmarkServer() {}

  public static void main(String... arguments) throws IOException {
    MinimalService service = new MinimalService();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .fallbackHandlerRegistry(service)
            // Nothing here blocks.
            .directExecutor()
            .build()
            .start();
    System.out.println(server.getPort());
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (questions.readLine() != null) {
      System.out.println(Served.now(service).toText());
    }
    server.shutdownNow();
  }
}
