/**
 * Measuring what calls cost this process: {@link dev.longhaul.benchmarks.measure.Phase} measures
 * one stretch of time, {@link dev.longhaul.benchmarks.measure.Rounds} alternates between subjects.
 */
@NullMarked
package dev.longhaul.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
