/**
 * Completions and heartbeats by Longhaul's client, by the official Java SDK's and by bare stubs:
 * {@link dev.longhaul.benchmarks.calls.CallsBenchmark}.
 */
@NullMarked
package dev.longhaul.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
