package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.AttemptPolicy;
import dev.longhaul.runtime.internal.manage.HeartbeatPlan;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings each task to the handler of its type on its queue. Thread-safe and non-blocking. */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  // What nobody here can work on is failed at once, and otherwise left to processes that can.
  private static final AttemptPolicy NO_WORK =
      new AttemptPolicy(HeartbeatPlan.NONE, Duration.ZERO, false, false);

  // With the least delay: without one the retry policy's would count, which may be long.
  private static final ActivityFailure SHUTS_DOWN =
      ActivityFailure.ofType("WorkerShutdown")
          .message("the task reached a process that shuts down, too late to be started there")
          .nextRetryDelay(Duration.ofMillis(1));

  private static final CompletableFuture<Void> TAKEN = CompletableFuture.completedFuture(null);

  private final Map<String, Map<String, Station<?>>> stations = new HashMap<>();
  private final ActivityManager manager;
  private final Tools tools;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  // When it is too late to start anything, by the ticker; null as long as the process goes on.
  private volatile @Nullable Long tooLateNanos;

  /**
   * With at most one handler for each type on a queue.
   *
   * @param batches how the activities of batch handlers are started
   */
  public Dispatcher(
      Collection<ConfiguredHandler<?>> configured,
      ActivityManager manager,
      Tools tools,
      BatchWorks batches) {
    for (ConfiguredHandler<?> handler : configured) {
      stations
          .computeIfAbsent(handler.taskQueue(), queue -> new HashMap<>())
          .put(handler.binding().activityType(), station(handler, tools, batches));
    }
    this.manager = manager;
    this.tools = tools;
  }

  private static <H> Station<H> station(
      ConfiguredHandler<H> handler, Tools tools, BatchWorks batches) {
    return new Station<>(
        handler, tools, handler.binding().isBatch() ? batches.of(handler) : HandlerWork::new);
  }

  /**
   * What the handlers of a queue have room for.
   *
   * @param process what the process has room for, over all its queues
   */
  public QueueRoom room(String taskQueue, Permits process) {
    return new QueueRoom(process, onQueue(taskQueue).values());
  }

  /**
   * The process ends: what still arrives is started for so long, and fails at once afterwards, so
   * that another process takes it.
   */
  public void closing(Duration startsFor) {
    tooLateNanos = tools.ticker().nanoTime() + Nanos.of(startsFor);
  }

  /**
   * Takes over a task and the seat to run it, which is released when it is no longer needed. Runs
   * no user code on this thread.
   *
   * @return done when the manager has the task with all that is known of it: that it failed, if it
   *     cannot be started
   */
  public CompletableFuture<Void> dispatch(String taskQueue, ActivityTask task, Seat seat) {
    Station<?> station = onQueue(taskQueue).get(task.activityType());
    try {
      if (station == null) {
        return refuse(task, seat, notRegistered(taskQueue, task));
      } else if (isTooLate() && !isLastAttempt(task)) {
        return refuse(task, seat, SHUTS_DOWN);
      }
      start(station, task, seat);
    } catch (IllegalStateException e) {
      seat.release();
      LOG.warn("{} came after the end of this runtime and is lost until it times out", task);
    }
    return TAKEN;
  }

  private <H> void start(Station<H> station, ActivityTask task, Seat seat) {
    AttemptPolicy policy = station.policy(heartbeatTimeout(task));
    warnOnce(station.handler(), task, policy.plan());
    HandlerWork<H> work = station.work(seat.process(), seat.room(station));
    Attempt attempt = manager.manage(task, policy, work);
    seat.leaveTo(station);
    work.start(attempt, task);
  }

  private static Duration heartbeatTimeout(ActivityTask task) {
    return Objects.requireNonNullElse(task.heartbeatTimeout(), Duration.ZERO);
  }

  private boolean isTooLate() {
    Long tooLate = tooLateNanos;
    return tooLate != null && tools.ticker().nanoTime() - tooLate >= 0;
  }

  // To fail that one would end the activity.
  private static boolean isLastAttempt(ActivityTask task) {
    return task.maximumAttempts() > 0 && task.attempt() >= task.maximumAttempts();
  }

  private CompletableFuture<Void> refuse(ActivityTask task, Seat seat, ActivityFailure why) {
    Attempt attempt = manager.manage(task, NO_WORK, new NoWork(seat.process()));
    seat.leaveTo(null);
    // Codecs are user code.
    return CompletableFuture.runAsync(
        () -> attempt.failed(tools.wire().failureInAnyCase(task.reference(), why)),
        tools.callbacks());
  }

  // Retryable: in a rolling upgrade another process on the queue may have the handler.
  private ActivityFailure notRegistered(String taskQueue, ActivityTask task) {
    String message =
        "no handler for activity type \""
            + task.activityType()
            + "\" on task queue \""
            + taskQueue
            + "\" in this process, which has "
            + new TreeSet<>(onQueue(taskQueue).keySet());
    if (said.add(taskQueue + '\0' + task.activityType())) {
      LOG.warn("{}; such activities fail retryably", message);
    }
    return ActivityFailure.ofType("ActivityTypeNotRegistered").message(message);
  }

  private Map<String, Station<?>> onQueue(String taskQueue) {
    return stations.getOrDefault(taskQueue, Map.of());
  }

  private void warnOnce(ConfiguredHandler<?> handler, ActivityTask task, HeartbeatPlan plan) {
    String name = handler.binding().name();
    if (plan.clamped() && said.add("clamped " + name)) {
      LOG.warn(
          "handler {} declares a heartbeat every {}, too slow for the heartbeat timeout of {} that"
              + " its workflow set: it beats every {} instead. Set a timeout of at least twice the"
              + " interval",
          name,
          handler.heartbeatInterval(),
          task.heartbeatTimeout(),
          Duration.ofNanos(plan.intervalNanos()));
    }
    if (plan.never() && task.timeLimit().isEmpty() && said.add("unbounded " + name)) {
      LOG.warn(
          "handler {} never heartbeats and its workflow set no timeout, so an activity whose work is"
              + " lost stays open for ever",
          name);
    }
    Duration expected = handler.expectedHeartbeatTimeout().orElse(null);
    if (differs(expected, task) && said.add("unexpected " + name)) {
      LOG.warn(
          "handler {} expects a heartbeat timeout of {}, but its workflow set {}",
          name,
          expected,
          heartbeatTimeout(task).isZero() ? "none" : task.heartbeatTimeout());
    }
  }

  private static boolean differs(@Nullable Duration expected, ActivityTask task) {
    return expected != null && !expected.equals(heartbeatTimeout(task));
  }
}
