package dev.longhaul.runtime;

import dev.longhaul.api.PollHealth;
import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.internal.dispatch.ConfiguredHandler;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.poll.QueuePoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a started runtime has beyond its core: where tasks come from and go to. Thread-safe. */
final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(LonghaulRuntime.class);
  private static final Duration CANCELLED_POLLS = Duration.ofSeconds(10);

  private final Core core;
  private final RuntimeOptions options;
  private final Dispatcher dispatcher;
  private final List<QueuePoller> pollers;

  /** Polls nothing yet. */
  Worker(Core core, List<ConfiguredHandler<?>> handlers) {
    this.core = core;
    this.options = core.setup().options();
    this.dispatcher = new Dispatcher(handlers, core.manager(), core.tools(), core.batches());
    this.pollers = pollersFor(handlers);
  }

  private List<QueuePoller> pollersFor(List<ConfiguredHandler<?>> handlers) {
    Set<String> queues = new TreeSet<>();
    handlers.forEach(handler -> queues.add(handler.taskQueue()));
    Permits permits = new Permits(options.maxConcurrentActivities());
    List<QueuePoller> created = new ArrayList<>();
    for (String queue : queues) {
      QueueOptions own = options.queue(queue);
      QueuePoller poller =
          new QueuePoller(
              core.connection().polls(queue, own),
              dispatcher.room(queue, permits),
              options.pollersOf(queue, queues.size()),
              options.deployment(),
              dispatcher,
              core.services(),
              core.manager().gate());
      StartupLog.queue(poller, own);
      created.add(poller);
    }
    return created;
  }

  /** Polls from now on, unless it was stopped before. */
  void start() {
    pollers.forEach(QueuePoller::start);
  }

  /** How the polls of each queue do. */
  List<PollHealth> polls() {
    return pollers.stream().map(QueuePoller::health).toList();
  }

  /**
   * It will be stopped: what still arrives is begun in the first half of the drain time alone, and
   * no batch waits to be full.
   */
  void closing() {
    core.batches().drain();
    dispatcher.closing(options.drainTime().dividedBy(2));
  }

  /** Stops to poll, and waits up to the drain time until no activity is open. Blocks. */
  void stop() {
    long startNanos = System.nanoTime();
    stopPolling(options.pollDrain());
    drain(options.drainTime().minusNanos(System.nanoTime() - startNanos));
  }

  private void stopPolling(Duration pollDrain) {
    CompletableFuture<?>[] stopped =
        pollers.stream().map(QueuePoller::stop).toArray(CompletableFuture<?>[]::new);
    if (await(CompletableFuture.allOf(stopped), pollDrain)) {
      return;
    }
    if (!pollDrain.isZero()) {
      LOG.warn(
          "polls are still open after {} and are given up: a task that the server hands out just now"
              + " is lost until its timeout",
          pollDrain);
    }
    pollers.forEach(QueuePoller::cancel);
    await(CompletableFuture.allOf(stopped), CANCELLED_POLLS);
  }

  private void drain(Duration time) {
    if (!time.isNegative()) {
      await(core.manager().drain(time), time.plusSeconds(1));
    }
  }

  /** Whether the future completed in time; a failure counts as completed. */
  private static boolean await(CompletableFuture<?> future, Duration time) {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      // Closing goes on, without waiting: whoever interrupts wants it to end soon.
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
