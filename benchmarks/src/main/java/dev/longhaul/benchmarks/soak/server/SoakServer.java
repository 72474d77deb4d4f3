package dev.longhaul.benchmarks.soak.server;

import dev.longhaul.benchmarks.soak.proxy.Fault;
import dev.longhaul.benchmarks.soak.proxy.FaultyProxy;
import dev.longhaul.testing.FakeTemporalService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The process of the server and of the proxy before it, started by {@link SoakProcess}: serves
 * until its standard input ends, which it does when the parent process goes away. It prints the
 * proxy's port, and an answer to each line that it reads. Its arguments are the seed of the
 * activities, and how many milliseconds their work takes at the most.
 */
final class SoakServer {
  static final String RATE = "rate";
  static final String BEGIN = "begin";
  static final String END = "end";
  static final String TALLY = "tally";
  static final String REPORTED = "reported";

  /** Instead of a time. */
  static final long NOT_YET = -1;

  static final String IRREGULAR = "irregular";

  private static final long TICK_MILLIS = 10;

  /** Tells of each call that a fault ended, with a stack trace. */
  private static final Logger OF_ENDED_CALLS =
      Logger.getLogger("io.grpc.netty.shaded.io.grpc.netty.NettyServerHandler");

  private final Ledger ledger;
  private final FakeTemporalService service;
  private final Workload workload;
  private final FaultyProxy proxy;
  private long passedNanos = System.nanoTime();

  private SoakServer(IntFunction<Plan> plans) throws IOException {
    ledger = new Ledger(SoakServer::millis, plans);
    service =
        FakeTemporalService.builder()
            .firesTimeouts()
            .endsPollsOnShutdown()
            .listener(ledger)
            .keepsNoCalls()
            .start();
    workload = new Workload(service, ledger, plans);
    Server server =
        service.serveAt(
            NettyServerBuilder.forAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    proxy = new FaultyProxy(server.getPort());
  }

  public static void main(String... arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    Duration longest = Duration.ofMillis(Long.parseLong(arguments[1]));
    new SoakServer(number -> Plan.of(seed, longest, number)).serve();
  }

  private static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private void serve() throws IOException {
    OF_ENDED_CALLS.setLevel(Level.OFF);
    proxy.start();
    ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor();
    ticks.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    System.out.println(proxy.port());
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      System.out.println(answer(line.split(" ")));
    }
    ticks.shutdownNow();
    proxy.close();
    service.close();
  }

  private void tick() {
    try {
      long now = System.nanoTime();
      workload.pass(Duration.ofNanos(now - passedNanos));
      passedNanos = now;
    } catch (RuntimeException | Error e) {
      e.printStackTrace(); // the executor would tell nobody; and without time nothing ends
      System.exit(1);
    }
  }

  private String answer(String... question) {
    return switch (question[0]) {
      case RATE -> rate(Double.parseDouble(question[1]));
      case BEGIN ->
          begin(Fault.Kind.valueOf(question[1]), Duration.ofMillis(Long.parseLong(question[2])));
      case END -> end();
      case TALLY -> ledger.tally().toText();
      case REPORTED -> reported(Long.parseLong(question[1]));
      case IRREGULAR -> Irregularity.toText(ledger.takeIrregularities());
      default -> throw new IllegalArgumentException("what is " + question[0] + "?");
    };
  }

  private String rate(double perSecond) {
    workload.setRate(perSecond);
    return "set";
  }

  private String reported(long moment) {
    return Long.toString(ledger.hasReportOf(moment) ? millis() : NOT_YET);
  }

  private String begin(Fault.Kind kind, Duration delay) {
    String now = Long.toString(millis());
    proxy.begin(kind, delay);
    return now;
  }

  private String end() {
    proxy.endFault();
    return Long.toString(millis());
  }
}
