package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.Sample;
import dev.longhaul.benchmarks.server.Served;

/**
 * What one phase of one client measured. Immutable.
 *
 * @param row which client, at what
 * @param round from 1
 * @param served what the server did meanwhile, the ramp and the last calls included
 */
record Measurement(Row row, int round, Sample sample, Served served) {

  /**
   * One client under one load.
   *
   * @param load as in a table
   * @param peer as in a table
   */
  record Row(Operation operation, String load, String peer) {}

  /** Processor time of the server per call, in microseconds. */
  double serverMicrosPerCall() {
    return served.cpuNanos() / 1e3 / served.calls();
  }
}
