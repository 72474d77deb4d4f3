package dev.longhaul.simulation;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work outside of the process, which reports by itself; and whoever else reports on it. */
final class Outside {
  private final World world;
  private final WorkerProcess process;
  private final Entry entry;
  private final @Nullable PendingActivity<Object> pending;

  /**
   * @param pending null if it reports to the manager alone
   */
  Outside(
      World world, WorkerProcess process, Entry entry, @Nullable PendingActivity<Object> pending) {
    this.world = world;
    this.process = process;
    this.entry = entry;
    this.pending = pending;
  }

  void begin() {
    process.later(entry.start.temper.lasts(), this::end);
    while (world.chance(0.4)) {
      process.later(world.between(0, 60), this::meddle);
    }
  }

  private void end() {
    Temper.Ending ending = entry.start.temper.ending();
    offers();
    if (ending == Temper.Ending.VALUE) {
      complete();
    } else {
      fail(Work.failure(ending));
    }
    if (world.chance(0.1)) {
      complete();
    }
  }

  // What else may be called at any time.
  private void meddle() {
    switch (world.below(5)) {
      case 0 -> heartbeat();
      case 1 -> heartbeatNow();
      case 2 -> reportCancellation();
      case 3 -> process.intake().handOverAgain(entry);
      default -> look();
    }
  }

  /** The work is asked to stop. */
  void stopped(StopRequest request) {
    process.book().told(entry, request);
    if (pending == null) {
      process.book().noResultBefore(entry);
    }
    Temper temper = entry.start.temper;
    process.later(
        temper.reactsAfter(),
        () -> {
          switch (temper.reaction()) {
            case IGNORES -> {}
            case CONFIRMS -> reportCancellation();
            case VALUE -> {
              offers();
              complete();
            }
            case FAILS -> {
              offers();
              fail(request.toException());
            }
          }
        });
    if (temper.listenersThrow()) {
      throw new IllegalStateException("a listener that throws");
    }
  }

  private void offers() {
    process.book().offers(pending == null ? process.book().latest(entry) : entry);
  }

  private void complete() {
    report(
        () -> pending.complete("done"),
        reference -> process.manager().completeProcessing(reference, "done"));
  }

  private void fail(Throwable failure) {
    report(
        () -> pending.fail(failure),
        reference -> process.manager().failProcessing(reference, failure));
  }

  private void reportCancellation() {
    report(
        () -> pending.reportCancellation("stopped"),
        reference -> process.manager().cancelProcessing(reference, "stopped"));
  }

  // A reference may mean another entry by now.
  private void report(
      Supplier<CompletableFuture<Void>> call,
      Function<ActivityReference, CompletableFuture<Void>> byReference) {
    if (pending != null && world.chance(0.8)) {
      process.book().reports(entry, call.get());
    } else {
      Entry meant = process.book().latest(entry);
      process.book().reports(meant, byReference.apply(entry.reference));
    }
  }

  private void look() {
    process.manager().get(entry.reference);
    process.manager().get(entry.id.withRunId(""));
    process.manager().snapshot();
  }

  private void heartbeat() {
    if (pending != null) {
      pending.heartbeat("progress");
    }
  }

  private void heartbeatNow() {
    if (pending != null) {
      CompletableFuture<Void> beat = pending.heartbeatNow("progress");
      process.book().track(entry, beat);
    }
  }
}
