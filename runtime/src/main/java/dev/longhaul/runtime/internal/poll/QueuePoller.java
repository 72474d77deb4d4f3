package dev.longhaul.runtime.internal.poll;

import dev.longhaul.api.RpcCode;
import dev.longhaul.runtime.internal.connect.PollException;
import dev.longhaul.runtime.internal.connect.TaskPolls;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.CallGate;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one task queue, one poll at a time, and takes a permit before each: a task that is received
 * can always run. Thread-safe; no thread waits.
 */
public final class QueuePoller {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);

  private static final Duration OVERLOADED = Duration.ofSeconds(1);

  // An empty answer normally takes a minute. A server that gives them at once must not be asked
  // thousands of times a second.
  private static final Duration SHORTEST_EMPTY_POLL = Duration.ofMillis(100);

  private final String taskQueue;
  private final TaskPolls polls;
  private final Dispatcher dispatcher;
  private final Permits permits;
  private final Services services;
  private final CallGate gate;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  // Guarded by this: a poll that starts while the poller is stopped would never be waited for.
  private boolean stopping;
  private TaskPolls.@Nullable Poll open;
  private int failures;

  public QueuePoller(
      String taskQueue,
      TaskPolls polls,
      Dispatcher dispatcher,
      Permits permits,
      Services services,
      CallGate gate) {
    this.taskQueue = taskQueue;
    this.polls = polls;
    this.dispatcher = dispatcher;
    this.permits = permits;
    this.services = services;
    this.gate = gate;
  }

  public String taskQueue() {
    return taskQueue;
  }

  /** Polls until it is stopped. */
  public void start() {
    next();
  }

  /** Starts no more polls; completes when the open one was answered. */
  public CompletableFuture<Void> stop() {
    synchronized (this) {
      stopping = true;
      if (open == null) {
        stopped.complete(null);
      }
    }
    return stopped;
  }

  /** Gives up the open poll; a task that the server matches meanwhile is lost until its timeout. */
  public void cancel() {
    TaskPolls.Poll current;
    synchronized (this) {
      current = open;
    }
    if (current != null) {
      current.cancel().run();
    }
  }

  private void next() {
    permits.acquire().thenAccept(this::poll);
  }

  private void poll(Permits.Permit permit) {
    TaskPolls.Poll started;
    synchronized (this) {
      if (stopping) {
        permit.release();
        return;
      }
      started = polls.poll(taskQueue);
      open = started;
    }
    long startNanos = services.ticker().nanoTime();
    // On the callback executor: an answer that is there at once would recurse.
    started
        .task()
        .handleAsync(
            (task, failure) ->
                failure == null ? received(permit, startNanos, task) : failed(permit, failure),
            services.callbacks())
        .exceptionally(this::broken)
        .thenAccept(this::answered);
  }

  private long received(Permits.Permit permit, long startNanos, Optional<ActivityTask> task) {
    failures = 0;
    if (task.isPresent()) {
      dispatcher.dispatch(taskQueue, task.get(), permit);
      return 0;
    }
    permit.release();
    long took = services.ticker().nanoTime() - startNanos;
    return Math.max(0, SHORTEST_EMPTY_POLL.toNanos() - took);
  }

  // A bug of ours must not end the polling: the queue would starve without a word.
  private long broken(Throwable bug) {
    LOG.error("a task of task queue {} could not be dispatched", taskQueue, bug);
    return OVERLOADED.toNanos();
  }

  private void answered(long waitNanos) {
    if (finishedIfStopping()) {
      return;
    }
    long wait = Math.max(waitNanos, gate.pauseNanos());
    if (wait > 0) {
      services.timer().schedule(this::next, wait, TimeUnit.NANOSECONDS);
    } else {
      next();
    }
  }

  private boolean finishedIfStopping() {
    synchronized (this) {
      open = null;
      if (!stopping) {
        return false;
      }
    }
    stopped.complete(null);
    return true;
  }

  private long failed(Permits.Permit permit, Throwable failure) {
    permit.release();
    if (isStopping()) {
      return 0;
    }
    failures++;
    PollException why = PollException.of(failure);
    if (failures == 1) {
      LOG.warn("polling task queue {} failed and is tried again: {}", taskQueue, why.getMessage());
    }
    long wait = Backoff.POLLS.nanosAfter(failures, services.random());
    return why.code() == RpcCode.RESOURCE_EXHAUSTED ? Math.max(wait, OVERLOADED.toNanos()) : wait;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }
}
