package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityHealth;
import dev.longhaul.api.ActivityListener;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.ActivitySnapshot;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.TaskToken;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after attempts: the registry of their state machines. Thread-safe. */
public final class ActivityManager implements LongRunningActivityManager {
  private static final Logger LOG = LoggerFactory.getLogger(ActivityManager.class);

  /** How long decided outcomes and last heartbeats may take when the process ends. */
  private static final Duration FLUSH = Duration.ofSeconds(10);

  private final Services services;
  private final InstantSource wallClock;
  private final Registry registry = new Registry();
  private final Drains drains;
  private final CallGate gate;
  private final Listeners listeners;
  private final Shared shared;

  // Guards `closing`, and orders registrations against it.
  private final Object lock = new Object();

  @GuardedBy("lock")
  private @Nullable CompletableFuture<Void> closing;

  public ActivityManager(Services services, InstantSource wallClock) {
    this.services = services;
    this.wallClock = wallClock;
    this.drains = new Drains(services, registry);
    this.gate = new CallGate(services);
    this.listeners = new Listeners(services.callbacks());
    this.shared =
        new Shared(
            services,
            wallClock,
            Alarms.inRounds(services.ticker(), services.timer()),
            gate,
            listeners,
            this::ended);
  }

  /**
   * Looks after an attempt from now on; its schedule of heartbeats starts here.
   *
   * @throws IllegalStateException if the manager is closed
   */
  public Attempt manage(ActivityTask task, AttemptPolicy policy, AttemptWork work) {
    Attempt attempt = new Attempt(task, policy, work, shared);
    List<Attempt> replaced;
    synchronized (lock) {
      if (closing != null) {
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

  private static String reasonToSupersede(Attempt old, Attempt attempt) {
    return old.task().attempt() == attempt.task().attempt()
        ? "the same activity was handed to this process again"
        : "attempt " + attempt.task().attempt() + " of the activity has arrived in this process";
  }

  /** The attempt that this reference addresses, if it is managed here. */
  public Optional<Attempt> find(ActivityReference activity) {
    return registry.find(activity);
  }

  /** What calls to the server go through, so that it is not asked for more than it can bear. */
  public CallGate gate() {
    return gate;
  }

  @Override
  public void startProcessing(HandOff handOff, ProcessingOptions options) {
    HandedOffWork work =
        new HandedOffWork(handOff.reference(), options, services.encoder(), services.callbacks());
    work.belongsTo(manage(handOff, options, work));
  }

  /**
   * As {@link #startProcessing(HandOff, ProcessingOptions)}, with work of the caller's, which calls
   * what the options say itself.
   */
  public Attempt manage(HandOff handOff, ProcessingOptions options, AttemptWork work) {
    AttemptPolicy policy = HandOffs.policy(handOff, options);
    ActivityTask task = HandOffs.task(handOff, wallClock.instant(), services.encoder());
    return manage(task, policy, work);
  }

  /**
   * A hand-off of which nothing but the reference is known.
   *
   * @throws IllegalArgumentException if the options do not allow that
   */
  public static HandOff bare(ActivityReference activity, ProcessingOptions options) {
    return HandOffs.bare(activity, options);
  }

  @Override
  public void startProcessing(ActivityReference activity, ProcessingOptions options) {
    startProcessing(bare(activity, options), options);
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
        attempt -> {
          var outcome = new EncodedOutcome.Failed(services.encoder().failure(activity, failure));
          attempt.record(services.encoder().lastDetails(activity, failure));
          return attempt.fail(outcome);
        });
  }

  @Override
  public CompletableFuture<Void> cancelProcessing(
      ActivityReference activity, @Nullable Object... reason) {
    return onManaged(
        activity,
        attempt ->
            attempt.reportCancellation(
                new EncodedOutcome.Canceled(
                    services.encoder().details(activity, Arrays.asList(reason)))));
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

  @Override
  public Optional<ActivitySnapshot> get(ActivityReference activity) {
    return find(activity).map(Attempt::snapshot);
  }

  @Override
  public List<ActivitySnapshot> snapshot() {
    return registry.all().stream().map(Attempt::snapshot).toList();
  }

  /** How all that has not ended does; takes time in proportion to the number of activities. */
  public ActivityHealth health() {
    HealthCount count = new HealthCount();
    registry.unfinished().forEach(attempt -> attempt.addTo(count));
    return count.health();
  }

  @Override
  public void addListener(ActivityListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(ActivityListener listener) {
    listeners.remove(listener);
  }

  @Override
  public CompletableFuture<Boolean> drain(Duration timeout) {
    return drains.begin(Nanos.of(timeout));
  }

  private void ended(Attempt attempt) {
    registry.remove(attempt);
    drains.ended();
  }

  @Override
  public void close() {
    shutDown();
  }

  /**
   * As {@link #close}; completes when nothing is left, at the latest some time after the longest
   * grace period of those that are stopped.
   */
  public CompletableFuture<Void> shutDown() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (lock) {
      if (closing != null) {
        return closing;
      }
      closing = done;
    }
    List<Attempt> left = registry.unfinished();
    left.forEach(Attempt::shutDown);
    Duration longest =
        left.stream()
            .filter(Attempt::isStopping)
            .map(attempt -> attempt.policy().grace())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    drains
        .begin(Nanos.sum(Nanos.of(longest), Nanos.of(FLUSH)))
        .thenRun(() -> registry.unfinished().forEach(ActivityManager::abandon))
        .thenRun(() -> done.complete(null));
    return done;
  }

  private static void abandon(Attempt attempt) {
    LOG.warn("{} has no end that the server has acknowledged; it is given up", attempt);
    attempt.abandon();
  }
}
