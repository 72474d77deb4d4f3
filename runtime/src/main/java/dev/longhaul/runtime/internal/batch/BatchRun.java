package dev.longhaul.runtime.internal.batch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.api.BatchItem;
import dev.longhaul.runtime.internal.dispatch.InterruptibleRun;
import dev.longhaul.runtime.internal.dispatch.Stages;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One batch: a call of the batch method, and what comes of it. Thread-safe. It is over when its
 * work is, or when no attempt of it is left that waits for that, whatever its work does.
 */
final class BatchRun<H> {
  private final Line<H> line;
  private final List<BatchedWork<H>> works;
  private final InterruptibleRun thread = new InterruptibleRun();

  // Those that have not ended.
  @GuardedBy("this")
  private final Set<BatchedWork<H>> open;

  // Those of them for which the work goes on. When the last of them is asked to end, so is it.
  @GuardedBy("this")
  private final Set<BatchedWork<H>> wanted;

  @GuardedBy("this")
  private boolean asked;

  @GuardedBy("this")
  private boolean toBeEnded;

  @GuardedBy("this")
  private boolean worked;

  @GuardedBy("this")
  private boolean over;

  @GuardedBy("this")
  private @Nullable CompletionStage<?> stage;

  BatchRun(Line<H> line, List<BatchedWork<H>> works) {
    this.line = line;
    this.works = List.copyOf(works);
    this.open = new HashSet<>(works);
    this.wanted = new HashSet<>(works);
  }

  /** Has the batch method called on a thread that fits its form. */
  void start() {
    switch (line.binding().form()) {
      case BLOCKING -> execute(line.tools().blocking(), () -> thread.run(this::blocking));
      case STAGE -> execute(line.tools().callbacks(), this::stage);
      case EXTERNAL -> execute(line.tools().callbacks(), this::external);
    }
  }

  // A thread that cannot be had must not keep the items waiting for ever.
  private void execute(Executor executor, Runnable call) {
    try {
      executor.execute(call);
    } catch (RuntimeException | Error e) {
      failed(e);
    }
  }

  private void blocking() {
    works.forEach(BatchedWork::mayBeHooked);
    Object outcomes;
    try {
      outcomes = call();
    } catch (Throwable e) {
      failed(e);
      return;
    }
    returned(outcomes);
  }

  private void stage() {
    CompletionStage<?> result;
    try {
      result =
          (CompletionStage<?>)
              Objects.requireNonNull(
                  call(),
                  () ->
                      "the batch method of "
                          + line.binding().handlerType().getName()
                          + " returned null in place of a stage");
    } catch (Throwable e) {
      failed(e);
      return;
    }
    works.forEach(BatchedWork::mayBeHooked);
    running(result);
    result.whenCompleteAsync(
        (outcomes, failure) -> {
          if (failure == null) {
            returned(outcomes);
          } else {
            failed(failure);
          }
        },
        line.tools().callbacks());
  }

  private void external() {
    try {
      call();
    } catch (Throwable e) {
      works.forEach(BatchedWork::goesOnOutside);
      failed(e);
      return;
    }
    works.forEach(BatchedWork::mayBeHooked);
    works.forEach(BatchedWork::goesOnOutside);
    workIsOver();
  }

  private @Nullable Object call() throws Throwable {
    List<BatchItem<?>> items = works.stream().<BatchItem<?>>map(BatchedWork::item).toList();
    return line.call(items);
  }

  private void returned(@Nullable Object outcomes) {
    markWorked();
    Outcomes.settle(works, outcomes, line.binding());
    free();
  }

  private void failed(Throwable failure) {
    markWorked();
    works.forEach(work -> work.threw(failure));
    free();
  }

  private void workIsOver() {
    markWorked();
    free();
  }

  private synchronized void markWorked() {
    worked = true;
  }

  private void running(CompletionStage<?> result) {
    synchronized (this) {
      stage = result;
      if (!toBeEnded) {
        return;
      }
    }
    endWork();
  }

  /** An attempt needs no work any more; the others may. */
  void unwanted(BatchedWork<H> work) {
    synchronized (this) {
      asked = true;
    }
    endWorkWithoutUse(work);
  }

  /** An attempt has ended. */
  void ended(BatchedWork<H> work) {
    endWorkWithoutUse(work);
    boolean isLast;
    synchronized (this) {
      open.remove(work);
      isLast = open.isEmpty();
    }
    if (isLast) {
      free();
    }
  }

  // Those that ended by themselves do not count: the last one to be asked may not be the last one.
  private void endWorkWithoutUse(BatchedWork<H> work) {
    synchronized (this) {
      wanted.remove(work);
      toBeEnded = asked && wanted.isEmpty() && !worked;
      if (!toBeEnded) {
        return;
      }
    }
    endWork();
  }

  // Again each time it is asked for: an interrupt may be swallowed.
  private void endWork() {
    CompletionStage<?> running;
    synchronized (this) {
      running = stage;
    }
    if (running != null) {
      line.tools().callbacks().execute(() -> Stages.cancel(running));
    } else {
      thread.interrupt();
    }
  }

  /** Another batch may take its place. */
  private void free() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    line.assembler().over();
  }
}
