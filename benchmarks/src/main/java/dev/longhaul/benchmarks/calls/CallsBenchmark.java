package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.Phase;
import dev.longhaul.benchmarks.measure.Rounds;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures completions and heartbeats by several clients side by side: one warm JVM, the server in
 * another process on the same machine, clients in turns.
 */
@Command(
    name = "calls",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Completions and heartbeats by Longhaul, the Java SDK and bare stubs.")
public final class CallsBenchmark implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each client.")
  private int rounds = 5;

  @Option(names = "--seconds", paramLabel = "S", description = "Measured time of a turn.")
  private double seconds = 2;

  @Option(names = "--ramp", paramLabel = "S", description = "Time of a turn before that.")
  private double ramp = 0.5;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "Time for each client, operation and load before the first turn.")
  private double warmUp = 1;

  @Option(
      names = "--callers",
      paramLabel = "N",
      split = ",",
      description = "Numbers of threads that wait for each answer.")
  private List<Integer> callers = List.of(1, 8, 64, 256);

  @Option(
      names = "--in-flight",
      paramLabel = "N",
      split = ",",
      description = "Numbers of calls in flight that nobody waits for one by one.")
  private List<Integer> inFlight = List.of(512);

  @Option(
      names = "--client",
      paramLabel = "NAME",
      description = "Only this client; may be given more than once.")
  private List<String> clients = List.of();

  @Option(names = "--csv", paramLabel = "FILE", description = "Where all measurements go.")
  private @Nullable Path csv;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Measurement> measurements = measure();
    if (csv != null) {
      Files.write(csv, Csv.lines(measurements));
    }
    PrintWriter out = commandLine().getOut();
    Results results = new Results(measurements);
    new Report(results).lines().forEach(out::println);
    out.println();
    new Targets(results).lines().forEach(out::println);
    return CommandLine.ExitCode.OK;
  }

  private List<Measurement> measure() throws InterruptedException {
    try (ServerProcess server = ServerProcess.start()) {
      List<Peer> peers = Peers.connect(server.target());
      try {
        return plan().run(server, wanted(peers), commandLine().getErr()::println);
      } finally {
        peers.forEach(Peer::close);
      }
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine();
  }

  private Plan plan() {
    List<Shape> shapes = new ArrayList<>();
    callers.forEach(count -> shapes.add(Shape.callers(count)));
    inFlight.forEach(limit -> shapes.add(Shape.inFlight(limit)));
    return new Plan(
        shapes,
        new Phase(Duration.ZERO, seconds(warmUp)),
        new Phase(seconds(ramp), seconds(seconds)),
        new Rounds(rounds));
  }

  private List<Peer> wanted(List<Peer> peers) {
    return clients.isEmpty()
        ? peers
        : peers.stream().filter(peer -> clients.contains(peer.title())).toList();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
