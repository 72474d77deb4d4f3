/** What Longhaul costs, measured: {@link dev.longhaul.benchmarks.Benchmarks}. */
@NullMarked
package dev.longhaul.benchmarks;

import org.jspecify.annotations.NullMarked;
