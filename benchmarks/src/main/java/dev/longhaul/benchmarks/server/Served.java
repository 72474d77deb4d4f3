package dev.longhaul.benchmarks.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the server's process has done since its start. Immutable.
 *
 * @param calls answered calls
 * @param cpuNanos processor time
 */
public record Served(long calls, long cpuNanos) {

  /** What happened since an earlier moment. */
  public Served since(Served earlier) {
    return new Served(calls - earlier.calls, cpuNanos - earlier.cpuNanos);
  }

  static Served now(MinimalService service) {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Served(service.answered(), system.getProcessCpuTime());
  }

  String toText() {
    return calls + " " + cpuNanos;
  }

  static Served parse(String text) {
    int space = text.indexOf(' ');
    return new Served(
        Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
  }
}
