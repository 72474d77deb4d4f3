package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listeners of a manager, each told of one event after the other where user code runs.
 * Thread-safe.
 */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  /** More events than this wait for no listener: one that hangs must not fill the memory. */
  static final int MOST_WAITING = 10_000;

  private final Executor callbacks;
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();

  Listeners(Executor callbacks) {
    this.callbacks = callbacks;
  }

  void add(ActivityListener listener) {
    subscribers.add(new Subscriber(listener, new SerialExecutor(callbacks)));
  }

  void remove(ActivityListener listener) {
    subscribers.removeIf(subscriber -> subscriber.listener == listener);
  }

  /** Whether there is nobody to tell, so that nothing needs to be prepared. */
  boolean isEmpty() {
    return subscribers.isEmpty();
  }

  void tell(Consumer<ActivityListener> event) {
    subscribers.forEach(subscriber -> subscriber.offer(event));
  }

  private static final class Subscriber {
    private final ActivityListener listener;
    private final SerialExecutor serial;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    Subscriber(ActivityListener listener, SerialExecutor serial) {
      this.listener = listener;
      this.serial = serial;
    }

    void offer(Consumer<ActivityListener> event) {
      if (waiting.get() >= MOST_WAITING) {
        if (lost.getAndIncrement() == 0) {
          LOG.warn(
              "the activity listener {} has {} events before it and loses those that follow until"
                  + " it catches up",
              listener.getClass().getName(),
              MOST_WAITING);
        }
        return;
      }
      waiting.incrementAndGet();
      serial.execute(() -> tell(event));
    }

    private void tell(Consumer<ActivityListener> event) {
      if (waiting.decrementAndGet() == 0) {
        int missed = lost.getAndSet(0);
        if (missed > 0) {
          LOG.warn(
              "the activity listener {} lost {} events", listener.getClass().getName(), missed);
        }
      }
      try {
        event.accept(listener);
      } catch (RuntimeException | Error e) {
        LOG.warn("the activity listener {} failed", listener.getClass().getName(), e);
      }
    }
  }
}
