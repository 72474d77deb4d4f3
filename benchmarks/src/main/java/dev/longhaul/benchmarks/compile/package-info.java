/**
 * What the annotation processor costs a compilation: {@link
 * dev.longhaul.benchmarks.compile.CompileBenchmark}.
 */
@NullMarked
package dev.longhaul.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
