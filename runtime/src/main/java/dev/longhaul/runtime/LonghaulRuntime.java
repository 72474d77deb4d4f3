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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the task queues of all installed handlers from {@link #start} to {@link #close}.
 * Thread-safe.
 */
public final class LonghaulRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LonghaulRuntime.class);
  private static final Duration CANCELLED_POLLS = Duration.ofSeconds(10);

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
  private @Nullable Dispatcher dispatcher;

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
      dispatcher = new Dispatcher(handlers, core.manager(), core.tools());
      pollers = pollersFor(handlers, dispatcher);
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
   * Stops to poll and waits up to the drain time until no activity is open. What is left is then
   * stopped and fails, so that another process takes it over, or is released and stays open on the
   * server, as its handler's {@link dev.longhaul.api.ShutdownAction} says; the last attempt of an
   * activity is always released. Decided outcomes are reported for ten more seconds; then threads
   * and connection end. Blocks meanwhile; idempotent.
   */
  @Override
  public void close() {
    RuntimeOptions options = core.settings().options();
    List<QueuePoller> polling;
    synchronized (this) {
      if (state == State.CLOSED) {
        return;
      }
      state = State.CLOSED;
      polling = pollers;
      if (dispatcher != null) {
        dispatcher.closing(options.drainTime().dividedBy(2));
      }
    }
    long startNanos = System.nanoTime();
    stopPolling(polling, options.pollDrain());
    drain(options.drainTime().minusNanos(System.nanoTime() - startNanos));
    core.close();
    closed.countDown();
  }

  private List<QueuePoller> pollersFor(List<ConfiguredHandler<?>> handlers, Dispatcher dispatcher) {
    Set<String> queues = new TreeSet<>();
    handlers.forEach(handler -> queues.add(handler.taskQueue()));
    Permits permits = new Permits(core.settings().options().maxConcurrentActivities());
    List<QueuePoller> created = new ArrayList<>();
    for (String queue : queues) {
      created.add(
          new QueuePoller(
              queue,
              core.connection().polls(),
              dispatcher,
              permits,
              core.services(),
              core.manager().gate()));
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
