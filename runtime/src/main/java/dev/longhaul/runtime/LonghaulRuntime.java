package dev.longhaul.runtime;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.Health;
import dev.longhaul.api.Health.State;
import dev.longhaul.api.HealthThresholds;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Polls the task queues of all installed handlers from {@link #start} to {@link #close}. It starts
 * once and closes once. Thread-safe.
 */
public final class LonghaulRuntime implements AutoCloseable {
  private final Core core;
  private final RuntimeOptions options;
  private final Set<HandlerBinding<?>> bindings;
  private final ShutdownHook hook = new ShutdownHook(this::close);
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> closing = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  // Guards against a start while it closes, which would poll for ever.
  @GuardedBy("this")
  private State state = State.NEW;

  @GuardedBy("this")
  private @Nullable Worker worker;

  @GuardedBy("this")
  private @Nullable Thread closer;

  LonghaulRuntime(Core core, Set<HandlerBinding<?>> bindings) {
    this.core = core;
    this.options = core.setup().options();
    this.bindings = bindings;
  }

  /**
   * Starts to poll. Blocks until the server has answered that it is there and has the namespace; if
   * it cannot be reached, up to {@link RuntimeOptions#startTimeout}. A second call changes nothing;
   * one that comes while the first is under way waits for it.
   *
   * <p>A start that fails closes this runtime, with its connection, its client and its manager.
   *
   * @return this
   * @throws LonghaulStartException with everything that is wrong, in the handlers' settings and
   *     with the server
   * @throws IllegalStateException after {@link #close} or a start that failed, or if it is closed
   *     meanwhile
   */
  public LonghaulRuntime start() {
    if (isFirstStart()) {
      try {
        begin(new StartUp(core, bindings, closing).worker());
        started.complete(null);
      } catch (RuntimeException | Error e) {
        started.completeExceptionally(e);
        hook.remove();
        close();
        throw e;
      }
    } else {
      awaitFirstStart();
    }
    return this;
  }

  private synchronized boolean isFirstStart() {
    boolean first = state == State.NEW;
    if (first) {
      state = State.STARTING;
    }
    return first;
  }

  private void awaitFirstStart() {
    if (state() == State.STARTING) {
      started.exceptionally(failure -> null).join();
    }
    if (state() != State.RUNNING) {
      throw isClosed(started.handle((done, failure) -> failure).getNow(null));
    }
  }

  private static IllegalStateException isClosed(@Nullable Throwable startFailure) {
    return new IllegalStateException(
        startFailure == null
            ? "this runtime is closed and does not start again; create a new injector"
            : "this runtime could not start, and is closed; create a new injector",
        startFailure);
  }

  private void begin(Worker ready) {
    if (options.closeOnJvmShutdown()) {
      hook.install();
    }
    synchronized (this) {
      if (state != State.STARTING) {
        throw isClosed(null);
      }
      worker = ready;
      state = State.RUNNING;
    }
    ready.start();
  }

  /** As {@link #health(HealthThresholds)}, with {@link HealthThresholds#defaults}. */
  public Health health() {
    return health(HealthThresholds.defaults());
  }

  /**
   * How this runtime does now, in whatever state it is, and what that means. Never blocks; looks at
   * each open activity, which takes less than a tenth of a second for a hundred thousand.
   */
  public Health health(HealthThresholds thresholds) {
    State now;
    Worker polling;
    synchronized (this) {
      now = state;
      polling = worker;
    }
    return new Health(
        now,
        core.connection().disconnectedFor(),
        polling == null ? List.of() : polling.polls(),
        core.manager().health(),
        thresholds);
  }

  /** Waits until {@link #close} has ended, or a start has failed. */
  public void awaitShutdown() throws InterruptedException {
    closed.await();
  }

  /**
   * Stops to poll and waits up to the drain time until no activity is open. What is left is then
   * stopped and fails, so that another process takes it over, or is released and stays open on the
   * server, as its handler's {@link dev.longhaul.api.ShutdownAction} says; the last attempt of an
   * activity is always released. Decided outcomes are reported for ten more seconds; then threads
   * and connection end. A start that is under way is given up.
   *
   * <p>Blocks meanwhile; if it is interrupted, it goes on without waiting for anything. Idempotent:
   * whoever else closes waits until the first one has ended.
   */
  @Override
  public void close() {
    Worker ending;
    boolean first;
    synchronized (this) {
      first = closer == null;
      ending = worker;
      if (first) {
        closer = Thread.currentThread();
        state = State.CLOSING;
        if (ending != null) {
          ending.closing();
        }
      } else if (closer == Thread.currentThread()) {
        return; // by something that closing has called: it would wait for itself
      }
    }
    if (first) {
      closing.complete(null);
      end(ending);
    } else {
      awaitClosed();
    }
  }

  private void end(@Nullable Worker ending) {
    try {
      if (ending != null) {
        ending.stop();
      }
      core.close();
    } finally {
      hook.remove();
      synchronized (this) {
        state = State.CLOSED;
      }
      closed.countDown();
    }
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized State state() {
    return state;
  }
}
