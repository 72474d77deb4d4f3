package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.runtime.internal.time.Alarm;
import dev.longhaul.runtime.internal.time.Nanos;
import java.util.concurrent.CompletableFuture;

/**
 * Bounds how many heartbeat hooks of one handler have a callback thread, or wait for one, so that
 * hooks of one handler cannot keep all others waiting. A hook that takes too long no longer counts:
 * its thread is replaced, and the handler's other activities go on. Thread-safe; no thread waits.
 */
final class HookLane {
  private final Permits permits;
  private final Tools tools;

  HookLane(Tools tools) {
    this.permits = new Permits(tools.hooksAtOnce());
    this.tools = tools;
  }

  /** A turn, as soon as there is one. */
  CompletableFuture<Turn> enter() {
    return permits.acquire().thenApply(this::begin);
  }

  private Turn begin(Permits.Permit permit) {
    Turn turn = new Turn(permit);
    tools.alarms().set(turn, tools.ticker().nanoTime() + Nanos.of(CallbackThreads.PATIENCE));
    return turn;
  }

  /** The right to have one hook called. */
  final class Turn extends Alarm {
    private final Permits.Permit permit;

    private Turn(Permits.Permit permit) {
      this.permit = permit;
    }

    /** The hook has returned. */
    void end() {
      tools.alarms().cancel(this);
      permit.release();
    }

    @Override
    protected void ring() {
      permit.release();
    }

    @Override
    public String toString() {
      return "the turn of a heartbeat hook";
    }
  }
}
