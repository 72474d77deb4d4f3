package dev.longhaul.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What each live thread has allocated on the heap since its start. Threads that end between two
 * readings are not counted. Immutable.
 */
public record AllocatedBytes(Map<Long, Long> byThread) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static AllocatedBytes now() {
    long[] threads = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(threads);
    Map<Long, Long> byThread = new HashMap<>();
    for (int i = 0; i < threads.length; i++) {
      byThread.put(threads[i], bytes[i]);
    }
    return new AllocatedBytes(byThread);
  }

  long since(AllocatedBytes earlier) {
    long sum = 0;
    for (Map.Entry<Long, Long> thread : byThread.entrySet()) {
      // Minus one for a thread that has ended meanwhile.
      long bytes = Math.max(0, thread.getValue());
      sum += Math.max(0, bytes - earlier.byThread.getOrDefault(thread.getKey(), 0L));
    }
    return sum;
  }
}
