package dev.longhaul.runtime.internal.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for blocking handlers: a virtual one each where the platform has them, otherwise a pool
 * that grows as far as the permits let it.
 */
public final class BlockingThreads {
  private BlockingThreads() {}

  /** Starts no thread before the first task. */
  public static ExecutorService create() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle newVirtual =
          lookup.findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class));
      return (ExecutorService) newVirtual.invokeExact();
    } catch (Throwable beforeJava21) {
      return Executors.newCachedThreadPool(named("longhaul-blocking-"));
    }
  }

  /** Daemon threads with this prefix and a number. */
  public static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
