package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.calls.Measurement.Row;
import dev.longhaul.benchmarks.measure.Phase;
import dev.longhaul.benchmarks.measure.Rounds;
import dev.longhaul.benchmarks.server.Served;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is measured: each operation under each load by all clients in turns. Immutable.
 *
 * @param warmUp for each client, each operation and each load, before anything is measured
 */
record Plan(List<Shape> shapes, Phase warmUp, Phase phase, Rounds rounds) {

  /**
   * Carries it out.
   *
   * @param progress is told what begins
   * @throws IllegalStateException if a call fails, or the server did not answer exactly the calls
   *     that were made
   */
  List<Measurement> run(ServerProcess server, List<Peer> peers, Consumer<String> progress)
      throws InterruptedException {
    progress.accept("warming up");
    for (Peer peer : peers) {
      for (Operation operation : Operation.values()) {
        for (Shape shape : shapes) {
          warmUp.run(shape.load().apply(peer, operation));
        }
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (Shape shape : shapes) {
        progress.accept(operation.title() + ", " + shape.title());
        rounds.run(
            peers,
            (round, peer) -> measurements.add(measure(server, operation, shape, peer, round)));
      }
    }
    return measurements;
  }

  private Measurement measure(
      ServerProcess server, Operation operation, Shape shape, Peer peer, int round)
      throws InterruptedException {
    Served before = server.served();
    Phase.Result result = phase.run(shape.load().apply(peer, operation));
    Served served = server.served().since(before);
    Row row = new Row(operation, shape.title(), peer.title());
    if (served.calls() != result.allCalls()) {
      throw new IllegalStateException(
          row
              + ": the client counted "
              + result.allCalls()
              + " calls, but the server answered "
              + served.calls()
              + "; what was measured is something else");
    }
    return new Measurement(row, round, result.sample(), served);
  }
}
