package dev.longhaul.runtime.internal.poll;

import dev.longhaul.api.RpcCode;
import dev.longhaul.runtime.internal.connect.PollException;
import dev.longhaul.runtime.internal.connect.TaskPolls;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.QueueRoom;
import dev.longhaul.runtime.internal.dispatch.Seat;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.CallGate;
import dev.longhaul.runtime.internal.manage.Limit;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll after the other, each with a seat for what it brings: a task that is received can always
 * run. Thread-safe; no thread waits.
 */
final class PollLane {
  private static final Logger LOG = LoggerFactory.getLogger(PollLane.class);

  private static final Duration OVERLOADED = Duration.ofSeconds(1);

  // An empty answer normally takes a minute. A server that gives them at once must not be asked
  // thousands of times a second.
  private static final Duration SHORTEST_EMPTY_POLL = Duration.ofMillis(100);

  private final TaskPolls polls;
  private final QueueRoom room;
  private final Dispatcher dispatcher;
  private final Services services;
  private final CallGate gate;
  private final PollStatus status;
  private final VersionWatch versions;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();

  // Guarded by this: a poll that starts while the lane is stopped would never be waited for.
  private boolean stopping;
  private TaskPolls.@Nullable Poll open;
  private int failures;

  PollLane(
      TaskPolls polls,
      QueueRoom room,
      Dispatcher dispatcher,
      Services services,
      CallGate gate,
      PollStatus status,
      VersionWatch versions) {
    this.polls = polls;
    this.room = room;
    this.dispatcher = dispatcher;
    this.services = services;
    this.gate = gate;
    this.status = status;
    this.versions = versions;
  }

  /** Polls until it is stopped. */
  void start() {
    status.waits();
    long wait = room.reserveStartNanos();
    if (wait > 0) {
      services.timer().schedule(this::take, wait, TimeUnit.NANOSECONDS);
    } else {
      take();
    }
  }

  /** Starts no more polls; completes when the open one was answered. */
  CompletableFuture<Void> stop() {
    synchronized (this) {
      stopping = true;
      if (open == null) {
        stopped.complete(null);
      }
    }
    return stopped;
  }

  /** Gives up the open poll; a task that the server matches meanwhile is lost until its timeout. */
  void cancel() {
    TaskPolls.Poll current;
    synchronized (this) {
      current = open;
    }
    if (current != null) {
      current.cancel().run();
    }
  }

  private void take() {
    room.acquire().thenAccept(this::poll);
  }

  private void poll(Seat seat) {
    TaskPolls.Poll started;
    synchronized (this) {
      if (stopping) {
        status.stopsWaiting();
        seat.release();
        return;
      }
      status.begins();
      started = polls.poll();
      open = started;
    }
    long startNanos = services.ticker().nanoTime();
    // Where the answer arrives: no thread is woken to hand the task on, nor to send the next poll.
    // An answer that is there at once would recurse.
    CompletableFuture<Optional<ActivityTask>> answer = started.task();
    Executor where = answer.isDone() ? services.callbacks() : Runnable::run;
    answer
        .handleAsync(
            (task, failure) ->
                failure == null
                    ? received(seat, startNanos, task)
                    : CompletableFuture.completedFuture(failed(seat, failure)),
            where)
        .thenCompose(wait -> wait)
        .exceptionally(this::broken)
        .thenAccept(this::answered);
  }

  private CompletableFuture<Long> received(
      Seat seat, long startNanos, Optional<ActivityTask> task) {
    failures = 0;
    status.answered();
    return task.isPresent()
        ? dispatcher.dispatch(polls.taskQueue(), task.get(), seat).thenApply(taken -> 0L)
        : CompletableFuture.completedFuture(empty(seat, startNanos));
  }

  private long empty(Seat seat, long startNanos) {
    seat.release();
    versions.nothingCame();
    long took = services.ticker().nanoTime() - startNanos;
    return Math.max(0, SHORTEST_EMPTY_POLL.toNanos() - took);
  }

  // A bug of ours must not end the polling: the queue would starve without a word.
  private long broken(Throwable bug) {
    LOG.error("a task of task queue {} could not be dispatched", polls.taskQueue(), bug);
    return OVERLOADED.toNanos();
  }

  private void answered(long waitNanos) {
    if (finishedIfStopping()) {
      return;
    }
    long wait = Math.max(waitNanos, gate.pauseNanos());
    if (wait > 0) {
      services.timer().schedule(this::start, wait, TimeUnit.NANOSECONDS);
    } else {
      start();
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

  private long failed(Seat seat, Throwable failure) {
    seat.release();
    if (isStopping()) {
      status.cancelled();
      return 0;
    }
    failures++;
    PollException why = PollException.of(failure);
    status.failed(why);
    if (why.limit() == Limit.ALL) {
      gate.hitLimit();
    }
    long wait = Backoff.POLLS.nanosAfter(failures, services.random());
    return why.code() == RpcCode.RESOURCE_EXHAUSTED ? Math.max(wait, OVERLOADED.toNanos()) : wait;
  }

  private synchronized boolean isStopping() {
    return stopping;
  }
}
