package dev.longhaul.runtime.internal.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for blocking handlers: a virtual one each where the platform has them, otherwise as many
 * as the permits allow to run at once.
 */
public final class BlockingThreads implements Executor {
  private static final Duration IDLE_TIME = Duration.ofMinutes(1);

  private final Executor executor;
  private final Runnable end;

  private BlockingThreads(Executor executor, Runnable end) {
    this.executor = executor;
    this.end = end;
  }

  /** Starts no thread before the first task. */
  public static BlockingThreads create() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodHandle newVirtual =
          lookup.findStatic(
              Executors.class,
              "newVirtualThreadPerTaskExecutor",
              MethodType.methodType(ExecutorService.class));
      ExecutorService virtual = (ExecutorService) newVirtual.invokeExact();
      return new BlockingThreads(virtual, virtual::shutdown);
    } catch (Throwable beforeJava21) {
      GrowingThreads platform = new GrowingThreads(named("longhaul-blocking-"), IDLE_TIME);
      return new BlockingThreads(platform, platform::close);
    }
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** Threads end with their tasks from now on. */
  public void end() {
    end.run();
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
