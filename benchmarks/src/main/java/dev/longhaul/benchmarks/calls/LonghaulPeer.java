package dev.longhaul.benchmarks.calls;

import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.benchmarks.measure.BlockingCall;
import dev.longhaul.benchmarks.measure.InFlight;
import dev.longhaul.benchmarks.measure.Load;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Longhaul's client. */
record LonghaulPeer(String title, LonghaulClient client, List<TaskToken> tokens) implements Peer {

  static LonghaulPeer withDefaults(String title, String target) {
    return of(title, target, RuntimeOptions.defaults());
  }

  /** Futures complete where the answer arrived. */
  static LonghaulPeer completingOnNetworkThreads(String title, String target) {
    return of(
        title,
        target,
        RuntimeOptions.defaults().toBuilder().completeOnNetworkThreads(true).build());
  }

  private static LonghaulPeer of(String title, String target, RuntimeOptions options) {
    LonghaulModule module =
        LonghaulModule.forTarget(target).namespace(Activities.NAMESPACE).options(options);
    return new LonghaulPeer(
        title, LonghaulClient.connect(module), Activities.tokensAs(TaskToken::of));
  }

  @Override
  public BlockingCall blocking(Operation operation) {
    BlockingCompletionClient blocking = client.blocking();
    return switch (operation) {
      case COMPLETION -> () -> blocking.complete(Activities.any(tokens), Activities.VALUE);
      case HEARTBEAT -> () -> blocking.heartbeat(Activities.any(tokens), Activities.VALUE);
    };
  }

  @Override
  public Load inFlight(Operation operation, int limit) {
    Supplier<CompletableFuture<Void>> call = call(operation);
    return new InFlight(
        answered -> call.get().whenComplete((nothing, failure) -> answered.answered(failure)),
        limit);
  }

  private Supplier<CompletableFuture<Void>> call(Operation operation) {
    return switch (operation) {
      case COMPLETION -> () -> client.complete(Activities.any(tokens), Activities.VALUE);
      case HEARTBEAT -> () -> client.heartbeat(Activities.any(tokens), Activities.VALUE);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
