package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.Priority;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.TaskToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after attempts: the registry of their state machines. Thread-safe. */
public final class ActivityManager implements LongRunningActivityManager {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityManager.class);

  private final Services services;
  private final InstantSource wallClock;
  private final Registry registry = new Registry();

  // Guards `drains` and `closed`, and orders registrations against close.
  private final Object lock = new Object();
  private final List<Drain> drains = new ArrayList<>();
  private boolean closed;

  /** Somebody who waits for the last activity to end. */
  private record Drain(CompletableFuture<Boolean> done, Future<?> timeout) {}

  public ActivityManager(Services services, InstantSource wallClock) {
    this.services = services;
    this.wallClock = wallClock;
  }

  /**
   * Looks after an attempt from now on; its schedule of heartbeats starts here.
   *
   * @throws IllegalStateException if the manager is closed
   */
  public Attempt manage(ActivityTask task, HeartbeatPlan plan, Duration grace, AttemptWork work) {
    Attempt attempt = new Attempt(task, plan, grace, work, services, this::ended);
    List<Attempt> replaced;
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException(
            "the manager is closed and looks after no more activities; start a new runtime");
      }
      replaced = List.copyOf(registry.add(attempt));
    }
    replaced.forEach(old -> old.supersede(reasonToSupersede(old, attempt)));
    logBothDigests(task);
    attempt.start();
    return attempt;
  }

  // The digest of the ids names the attempt from here on; other processes may know the token alone.
  private static void logBothDigests(ActivityTask task) {
    if (LOG.isDebugEnabled() && task.id() != null && task.reference() instanceof TaskToken token) {
      LOG.debug("{} has the token with digest {}", task, token.digest());
    }
  }

  /** The attempt that this reference addresses, if it is managed here. */
  public Optional<Attempt> find(ActivityReference activity) {
    return registry.find(activity);
  }

  @Override
  public void startProcessing(HandOff handOff, ProcessingOptions options) {
    if (handOff.reference() instanceof FullActivityId id && !id.isStandalone() && !id.hasRunId()) {
      throw new IllegalArgumentException(
          "activity "
              + id.digest()
              + " is handed over without a run id, so each heartbeat would go to whatever run is"
              + " current; hand it over with the run id or by its task token");
    }
    manage(
        taskOf(handOff),
        HeartbeatPlan.of(options.heartbeatInterval(), handOff.heartbeatTimeout()),
        options.cancellationGrace(),
        new HandedOffWork(handOff.reference(), options, services.encoder(), services.callbacks()));
  }

  @Override
  public CompletableFuture<Void> completeProcessing(
      ActivityReference activity, @Nullable Object result) {
    return onManaged(
        activity,
        attempt ->
            attempt.complete(
                new EncodedOutcome.Completed(services.encoder().result(activity, result))));
  }

  @Override
  public CompletableFuture<Void> failProcessing(ActivityReference activity, Throwable failure) {
    return onManaged(
        activity,
        attempt ->
            attempt.fail(new EncodedOutcome.Failed(services.encoder().failure(activity, failure))));
  }

  @Override
  public CompletableFuture<Void> cancelProcessing(
      ActivityReference activity, @Nullable Object... details) {
    return onManaged(
        activity,
        attempt ->
            attempt.reportCancellation(
                new EncodedOutcome.Canceled(
                    services.encoder().details(activity, Arrays.asList(details)))));
  }

  @Override
  public Optional<ActivitySnapshot> get(ActivityReference activity) {
    return find(activity).map(Attempt::snapshot);
  }

  @Override
  public List<ActivitySnapshot> snapshot() {
    return registry.all().stream().map(Attempt::snapshot).toList();
  }

  @Override
  public CompletableFuture<Boolean> drain(Duration timeout) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    synchronized (lock) {
      if (registry.isEmpty()) {
        done.complete(true);
      } else {
        Runnable giveUp = () -> services.settle(done, false, null);
        drains.add(new Drain(done, services.schedule(giveUp, timeout.toNanos())));
      }
    }
    return done;
  }

  @Override
  public void close() {
    release();
  }

  /** As {@link #close}; completes when the last heartbeats were answered. */
  public CompletableFuture<Void> release() {
    synchronized (lock) {
      closed = true;
    }
    List<Attempt> open = registry.all();
    open.forEach(ActivityManager::logReleased);
    return CompletableFuture.allOf(
        open.stream().map(Attempt::release).toArray(CompletableFuture[]::new));
  }

  private static void logReleased(Attempt attempt) {
    ActivityTask task = attempt.task();
    if (!attempt.isOpen()) {
      LOG.warn("{} has an outcome that the server has not acknowledged; it is given up", task);
    } else if (task.heartbeatTimeout().isZero()) {
      LOG.info("{} is released: it stays open on the server", task);
    } else {
      LOG.warn(
          "{} is released: it stays open on the server, but times out unless somebody heartbeats it"
              + " within {}",
          task,
          task.heartbeatTimeout());
    }
  }

  private void ended(Attempt attempt) {
    registry.remove(attempt);
    List<Drain> drained;
    synchronized (lock) {
      if (drains.isEmpty() || !registry.isEmpty()) {
        return;
      }
      drained = List.copyOf(drains);
      drains.clear();
    }
    for (Drain drain : drained) {
      drain.timeout().cancel(false);
      services.settle(drain.done(), true, null);
    }
  }

  private CompletableFuture<Void> onManaged(
      ActivityReference activity, Function<Attempt, CompletableFuture<Void>> call) {
    Optional<Attempt> attempt = find(activity);
    if (attempt.isEmpty()) {
      return CompletableFuture.failedFuture(Refusals.notManaged(activity));
    }
    try {
      return call.apply(attempt.get());
    } catch (ActivityCompletionException e) {
      return CompletableFuture.failedFuture(e); // it cannot be sent; nothing was decided
    }
  }

  private ActivityTask taskOf(HandOff handOff) {
    return new ActivityTask(
        handOff.reference(),
        handOff.id(),
        handOff.activityType(),
        handOff.attempt(),
        0,
        wallClock.instant(),
        null,
        null,
        handOff.heartbeatTimeout(),
        Map.of(),
        Priority.DEFAULT,
        null,
        services.encoder().payloads(handOff.lastHeartbeatDetails()));
  }

  private static String reasonToSupersede(Attempt old, Attempt attempt) {
    return old.task().reference().equals(attempt.task().reference())
        ? "the same activity was handed to this process again"
        : "attempt " + attempt.task().attempt() + " of the activity has arrived in this process";
  }
}
