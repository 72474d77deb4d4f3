package dev.longhaul.runtime;

import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.HandlerBinding;
import dev.longhaul.runtime.internal.batch.HandlerCreationException;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One start: everything that keeps a runtime from working, or what it works with. */
final class StartUp {
  private final Core core;
  private final RuntimeOptions options;
  private final Set<HandlerBinding<?>> bindings;
  private final CompletableFuture<?> notWanted;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param notWanted completes when nobody waits for the start any more
   */
  StartUp(Core core, Set<HandlerBinding<?>> bindings, CompletableFuture<?> notWanted) {
    this.core = core;
    this.options = core.setup().options();
    this.bindings = bindings;
    this.notWanted = notWanted;
  }

  /**
   * What the runtime works with, which does nothing yet; blocks as long as the server is waited
   * for.
   *
   * @throws LonghaulStartException with everything that is wrong
   */
  Worker worker() {
    List<ConfiguredHandler<?>> handlers = configured();
    if (!options.startTimeout().isZero()) {
      serverProblem().ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new LonghaulStartException(problems);
    }
    StartupLog.say(core.setup(), bindings, handlers);
    try {
      return new Worker(core, handlers);
    } catch (HandlerCreationException e) {
      throw new LonghaulStartException(List.of(String.valueOf(e.getMessage())), e);
    }
  }

  private List<ConfiguredHandler<?>> configured() {
    if (bindings.isEmpty()) {
      problems.add(
          "no handler is installed, so there is nothing to poll. Is the annotation processor on the"
              + " processor path, and AsyncActivities.discover() among the modules? A process that"
              + " has only a client or a manager needs no start");
    }
    try {
      return new Handlers(core.setup()).configure(bindings);
    } catch (LonghaulStartException e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }

  // With other problems the start fails in any case, and waits for nothing.
  private Optional<String> serverProblem() {
    String server = core.setup().endpoint().name();
    boolean once = !problems.isEmpty();
    try {
      return core.connection().startProblem(server, options.startTimeout(), once, notWanted);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("the start was interrupted while it waited for the server at " + server);
    }
  }
}
