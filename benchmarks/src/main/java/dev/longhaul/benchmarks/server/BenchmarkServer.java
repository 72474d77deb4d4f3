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
 * an answer to each line that it reads. Its arguments are {@link #WATCHING} and how many activities
 * it watches, 0 for a server that reads no request; or {@link #DEALING} and how many tasks may be
 * open.
 */
final class BenchmarkServer {
  static final String WATCHING = "watching";
  static final String DEALING = "dealing";

  static final String SERVED = "served";
  static final String RECEIVE = "receive";
  static final String SEEN = "seen";
  static final String DEAL = "deal";
  static final String SETTLE = "settle";
  static final String DEALT = "dealt";
  static final String POLLED = "polled";

  private final Watch watch;
  private final Deal deal;
  private final MinimalService service;

  private BenchmarkServer(String kind, int number) {
    boolean deals = kind.equals(DEALING);
    watch = new Watch(deals ? 0 : number, System::nanoTime);
    deal = new Deal(deals ? number : 0);
    service = deals ? MinimalService.dealing(deal) : watching(number);
  }

  private MinimalService watching(int activities) {
    return activities == 0 ? MinimalService.unread() : MinimalService.watching(watch);
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    new BenchmarkServer(arguments[0], Integer.parseInt(arguments[1])).serve();
  }

  private void serve() throws IOException, InterruptedException {
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

  private String answer(String... question) throws InterruptedException {
    return switch (question[0]) {
      case SERVED -> Served.now(service).toText();
      case RECEIVE -> received(Integer.parseInt(question[1]));
      case SEEN -> watch.seen(Long.parseLong(question[1])).toText();
      case DEAL -> begun();
      case SETTLE -> deal.settle(Long.parseLong(question[1])).toText();
      case DEALT -> deal.dealt().toText();
      case POLLED ->
          deal.awaitPolls(Long.parseLong(question[1]), Long.parseLong(question[2])).toText();
      default -> throw new IllegalArgumentException("what is " + question[0] + "?");
    };
  }

  private String received(int count) {
    watch.receive(count);
    return "received";
  }

  private String begun() {
    deal.begin();
    return "begun";
  }
}
