package dev.longhaul.runtime.internal.dispatch;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The times that the work of one attempt waits for; none comes after its end. Thread-safe. */
final class Delays {
  private static final long LONGEST = Nanos.NEVER / 2; // as far ahead as ticks can be compared

  private final Executor serial;
  private final Tools tools;

  @GuardedBy("this")
  private final Set<Delay> pending = new HashSet<>(2);

  @GuardedBy("this")
  private boolean over;

  Delays(Executor serial, Tools tools) {
    this.serial = serial;
    this.tools = tools;
  }

  /** A view: completing it does not complete it for others. */
  CompletionStage<Void> after(Duration time) {
    Delay delay = new Delay();
    synchronized (this) {
      if (!over) {
        pending.add(delay);
        tools.alarms().setAfter(delay, Math.min(Nanos.of(time), LONGEST));
      }
    }
    return delay.reached.minimalCompletionStage();
  }

  synchronized void end() {
    over = true;
    pending.forEach(tools.alarms()::cancel);
    pending.clear();
  }

  private synchronized boolean take(Delay delay) {
    return pending.remove(delay);
  }

  private final class Delay extends Alarm {
    private final CompletableFuture<Void> reached = new CompletableFuture<>();

    // Taken only when it is its turn: the attempt may end while it waits.
    @Override
    protected void ring() {
      serial.execute(
          () -> {
            if (take(this)) {
              reached.complete(null);
            }
          });
    }

    @Override
    public String toString() {
      return "a delay of an activity's work";
    }
  }
}
