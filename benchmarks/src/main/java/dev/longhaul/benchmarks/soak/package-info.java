/**
 * A runtime under mixed load for long, while the way to its server has faults: {@link
 * dev.longhaul.benchmarks.soak.SoakBenchmark}.
 */
@NullMarked
package dev.longhaul.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
