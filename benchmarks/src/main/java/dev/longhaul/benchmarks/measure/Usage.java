package dev.longhaul.benchmarks.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process used in a stretch of time. Immutable.
 *
 * @param nanos how long the stretch was
 * @param cpuNanos processor time of the whole process, its garbage collector included
 * @param allocatedBytes heap that its threads allocated
 */
public record Usage(long nanos, long cpuNanos, long allocatedBytes) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** A moment from which usage counts. */
  public record Start(long nanoTime, long cpuNanos, AllocatedBytes allocated) {}

  /** Begins a stretch of time. */
  public static Start start() {
    AllocatedBytes allocated = AllocatedBytes.now();
    return new Start(System.nanoTime(), SYSTEM.getProcessCpuTime(), allocated);
  }

  /** What was used since then. */
  public static Usage since(Start start) {
    long nanos = System.nanoTime() - start.nanoTime();
    long cpuNanos = SYSTEM.getProcessCpuTime() - start.cpuNanos();
    return new Usage(nanos, cpuNanos, AllocatedBytes.now().since(start.allocated()));
  }
}
