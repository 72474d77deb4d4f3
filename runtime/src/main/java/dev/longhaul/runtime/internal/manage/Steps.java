package dev.longhaul.runtime.internal.manage;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides under a lock and acts outside of it. Guarantees: decisions are serialised; effects run in
 * the order in which they were decided, one at a time, with no lock held. Thread-safe.
 *
 * <p>An effect may decide again; its own effects then run after those that are waiting.
 */
final class Steps {
  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  // There while effects run or wait: most attempts are idle most of the time.
  @GuardedBy("this")
  private @Nullable ArrayDeque<Runnable> effects;

  @GuardedBy("this")
  private boolean acting;

  /** Runs a decision under the lock, then whatever effects are waiting unless somebody does. */
  void decide(Runnable decision) {
    synchronized (this) {
      decision.run();
      if (acting || effects == null) {
        return;
      }
      acting = true;
    }
    for (Runnable effect = next(); effect != null; effect = next()) {
      act(effect);
    }
  }

  /** Adds an effect; only within a decision. */
  synchronized void effect(Runnable effect) {
    if (effects == null) {
      effects = new ArrayDeque<>(2);
    }
    effects.add(effect);
  }

  private synchronized @Nullable Runnable next() {
    Runnable effect = effects == null ? null : effects.poll();
    if (effect == null) {
      effects = null;
      acting = false;
    }
    return effect;
  }

  // An effect that throws is a bug of ours; the effects after it must run all the same.
  private static void act(Runnable effect) {
    try {
      effect.run();
    } catch (RuntimeException | Error e) {
      LOG.error("an effect of an activity's state failed", e);
    }
  }
}
