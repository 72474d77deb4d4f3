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
 * an answer to each line that it reads. Its argument is how many activities it watches; 0 for a
 * server that reads no request.
 */
final class BenchmarkServer {
  static final String SERVED = "served";
  static final String RECEIVE = "receive";
  static final String SEEN = "seen";

  private final Watch watch;
  private final MinimalService service;

  private BenchmarkServer(int activities) {
    watch = new Watch(activities, System::nanoTime);
    service = activities == 0 ? MinimalService.unread() : MinimalService.watching(watch);
  }

  public static void main(String... arguments) throws IOException {
    new BenchmarkServer(Integer.parseInt(arguments[0])).serve();
  }

  private void serve() throws IOException {
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .fallbackHandlerRegistry(service)
            // Nothing here blocks.
            .directExecutor()
            .build()
            .start();
    System.out.println(server.getPort());
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      System.out.println(answer(line.split(" ")));
    }
    server.shutdownNow();
  }

  private String answer(String... question) {
    return switch (question[0]) {
      case SERVED -> Served.now(service).toText();
      case RECEIVE -> received(Integer.parseInt(question[1]));
      case SEEN -> watch.seen(Long.parseLong(question[1])).toText();
      default -> throw new IllegalArgumentException("what is " + question[0] + "?");
    };
  }

  private String received(int count) {
    watch.receive(count);
    return "received";
  }
}
