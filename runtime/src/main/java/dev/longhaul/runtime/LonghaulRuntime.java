package dev.longhaul.runtime;

import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.HandlerBinding;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the task queues of all installed handlers from {@link #start} to {@link #close}.
 * Thread-safe.
 */
public final class LonghaulRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LonghaulRuntime.class);
  private static final Duration LAST_HEARTBEATS = Duration.ofSeconds(10);

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final Core core;
  private final Set<HandlerBinding<?>> bindings;
  private final CountDownLatch closed = new CountDownLatch(1);

  // Guarded by this: a start while it closes would poll for ever.
  private State state = State.NEW;
  private List<QueuePoller> pollers = List.of();

  LonghaulRuntime(Core core, Set<HandlerBinding<?>> bindings) {
    this.core = core;
    this.bindings = bindings;
  }

  /**
   * Starts to poll; returns at once. A second call changes nothing.
   *
   * @return this
   * @throws LonghaulStartException with everything that is wrong
   * @throws IllegalStateException after {@link #close}
   */
  public synchronized LonghaulRuntime start() {
    if (state == State.CLOSED) {
      throw new IllegalStateException(
          "this runtime is closed and does not start again; create a new injector");
    }
    if (state == State.NEW) {
      List<ConfiguredHandler<?>> handlers =
          new Handlers(core.settings().handlerSettings()).configure(bindings);
      StartupLog.say(core.settings(), handlers);
      pollers = pollersFor(handlers);
      pollers.forEach(QueuePoller::start);
      state = State.STARTED;
    }
    return this;
  }

  /** Waits until {@link #close} has ended. */
  public void awaitShutdown() throws InterruptedException {
    closed.await();
  }

  /**
   * Stops to poll, waits up to the drain time until no activity is open, releases what is left, and
   * ends threads and connection. Blocks meanwhile; idempotent.
   */
  @Override
  public void close() {
    List<QueuePoller> polling;
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      state = State.CLOSED;
      polling = pollers;
    }
    RuntimeOptions options = core.settings().options();
    stopPolling(polling, options.pollDrain());
    drain(options.drainTime());
    core.manager().shutDown().join();
    core.close();
    closed.countDown();
  }

  private List<QueuePoller> pollersFor(List<ConfiguredHandler<?>> handlers) {
    Set<String> queues = new TreeSet<>();
    handlers.forEach(handler -> queues.add(handler.taskQueue()));
    Dispatcher dispatcher = new Dispatcher(handlers, core.manager(), core.tools());
    Permits permits = new Permits(core.settings().options().maxConcurrentActivities());
    List<QueuePoller> created = new ArrayList<>();
    for (String queue : queues) {
      created.add(
          new QueuePoller(queue, core.connection().polls(), dispatcher, permits, core.services()));
    }
    return created;
  }

  private static void stopPolling(List<QueuePoller> pollers, Duration pollDrain) {
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
    await(CompletableFuture.allOf(stopped), LAST_HEARTBEATS);
  }

  private void drain(Duration drainTime) {
    CompletableFuture<Boolean> drained = core.manager().drain(drainTime);
    await(drained, drainTime.plusSeconds(1));
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
