package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.BatchItem;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.spi.CompletionForm;
import dev.longhaul.api.spi.Invocation;
import dev.longhaul.runtime.internal.dispatch.HandlerWork;
import dev.longhaul.runtime.internal.dispatch.Permits;
import dev.longhaul.runtime.internal.dispatch.Station;
import dev.longhaul.runtime.internal.manage.ActivityTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The work of one attempt that is worked on together with others: it waits, then it is in a batch.
 * The assembler's lock decides which of them, when it is asked to stop.
 */
class BatchedWork<H> extends HandlerWork<H> {
  private final Line<H> line;

  // There before it waits.
  private volatile @Nullable BatchItem<?> item;

  // There as soon as it is in a batch.
  private volatile @Nullable BatchRun<H> run;

  BatchedWork(
      Station<H> station,
      Permits.@Nullable Permit permit,
      Permits.@Nullable Permit room,
      Line<H> line) {
    super(station, permit, room);
    this.line = line;
  }

  // An input that cannot be read is its own activity's trouble alone.
  @Override
  protected void begin(ActivityTask task) {
    serial()
        .execute(
            () -> {
              @Nullable Object input;
              try {
                input = readInputs(task)[0];
              } catch (Throwable e) {
                threw(e);
                return;
              }
              join(input);
            });
  }

  /** Waits for a batch from now on. */
  final void join(@Nullable Object input) {
    item =
        binding().form() == CompletionForm.EXTERNAL
            ? PendingBatchItem.of(input, (PendingActivity<?>) started())
            : BatchItem.of(input, started());
    line.assembler().join(this);
    // Whoever asked it to stop before it joined did not find it there.
    if (!isWanted()) {
      leave();
    }
  }

  /** Whether it is to be worked on. */
  final boolean isWanted() {
    return started().managed().isRunning();
  }

  @Override
  public final void stopRequested(StopRequest request) {
    super.stopRequested(request);
    leave();
  }

  private void leave() {
    if (line.assembler().leave(this)) {
      serial().execute(this::endWithoutWork);
    }
  }

  // As if it had been started and had confirmed at once; and no hook has anything to end.
  private void endWithoutWork() {
    started().managed().currentStopRequest().ifPresent(request -> threw(request.toException()));
  }

  @Override
  protected final Invocation hookCall(@Nullable StopRequest why) {
    return new BatchCall(List.of(item()), why);
  }

  // What the batch tells. The first comes while the assembler decides.

  final void isIn(BatchRun<H> batch) {
    run = batch;
  }

  final BatchItem<?> item() {
    return Objects.requireNonNull(item, "an item is there before it waits");
  }

  final void mayBeHooked() {
    ready(line.handler());
  }

  final void settled(Outcome<?> outcome) {
    end().settled(outcome);
  }

  final void threw(Throwable failure) {
    neverReady(failure);
    end().threw(failure);
  }

  final void goesOnOutside() {
    startedOutside();
  }

  // What the manager asks.

  @Override
  public final void interrupt() {
    unwantedIn(CompletionForm.BLOCKING);
  }

  @Override
  public final void cancelStage() {
    unwantedIn(CompletionForm.STAGE);
  }

  private void unwantedIn(CompletionForm form) {
    BatchRun<H> batch = run;
    if (batch != null && binding().form() == form) {
      batch.unwanted(this);
    }
  }

  @Override
  public void ended() {
    line.assembler().leave(this);
    BatchRun<H> batch = run;
    if (batch != null) {
      batch.ended(this);
    }
    super.ended();
  }
}
