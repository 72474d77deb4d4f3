package dev.longhaul.runtime.internal.batch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchRefusedException;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.runtime.internal.dispatch.Station;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.Attempt;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has activities that were received elsewhere worked on in batches. Thread-safe. */
final class Processor<I, R> implements BatchActivityProcessor<I, R> {
  private final ActivityManager manager;
  private final ProcessingOptions options;
  private final int capacity;
  private final Station<BatchFunction<I, R>> station;
  private final Line<BatchFunction<I, R>> line;
  private final Consumer<Line<?>> onDrained;

  // Accepted, and not ended.
  @GuardedBy("this")
  private int open;

  // Accepted, and perhaps not yet among those that wait: guards against more than may wait.
  @GuardedBy("this")
  private int joining;

  // There when nothing more is accepted.
  @GuardedBy("this")
  private @Nullable CompletableFuture<Void> drained;

  Processor(
      ActivityManager manager,
      ProcessingOptions options,
      int capacity,
      Station<BatchFunction<I, R>> station,
      Line<BatchFunction<I, R>> line,
      Consumer<Line<?>> onDrained) {
    this.manager = manager;
    this.options = options;
    this.capacity = capacity;
    this.station = station;
    this.line = line;
    this.onDrained = onDrained;
  }

  @Override
  public CompletableFuture<Void> enqueue(ActivityReference activity, @Nullable I input) {
    Objects.requireNonNull(activity, "activity");
    try {
      return enqueue(ActivityManager.bare(activity, options), input);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<Void> enqueue(HandOff activity, @Nullable I input) {
    String digest = activity.reference().digest();
    BatchRefusedException refusal = admit(digest);
    if (refusal != null) {
      return CompletableFuture.failedFuture(refusal);
    }
    try {
      EnqueuedWork<I, R> work = new EnqueuedWork<>(station, line, input, options, this::ended);
      Attempt attempt = manager.manage(activity, options, work);
      work.start(attempt, attempt.task());
      return CompletableFuture.completedFuture(null);
    } catch (IllegalStateException e) {
      ended();
      return CompletableFuture.failedFuture(BatchRefusedException.closed(digest, e));
    } catch (RuntimeException e) {
      ended();
      return CompletableFuture.failedFuture(e);
    } finally {
      joined();
    }
  }

  private synchronized @Nullable BatchRefusedException admit(String digest) {
    if (drained != null) {
      return BatchRefusedException.closed(digest, null);
    } else if (joining + line.assembler().size() >= capacity) {
      return BatchRefusedException.full(digest, capacity);
    }
    joining++;
    open++;
    return null;
  }

  private synchronized void joined() {
    joining--;
  }

  private void ended() {
    CompletableFuture<Void> done;
    synchronized (this) {
      open--;
      done = open == 0 ? drained : null;
    }
    settle(done);
  }

  @Override
  public CompletableFuture<Void> drain() {
    CompletableFuture<Void> done;
    CompletableFuture<Void> now;
    synchronized (this) {
      boolean first = drained == null;
      done = first ? new CompletableFuture<>() : Objects.requireNonNull(drained);
      drained = done;
      now = first && open == 0 ? done : null;
    }
    line.assembler().drain();
    settle(now);
    // A view of the caller's own: completing it must not complete it for others.
    return done.copy();
  }

  // Its dependents are user code.
  private void settle(@Nullable CompletableFuture<Void> done) {
    if (done != null) {
      onDrained.accept(line);
      line.tools().callbacks().execute(() -> done.complete(null));
    }
  }

  @Override
  public void close() {
    drain();
  }
}
