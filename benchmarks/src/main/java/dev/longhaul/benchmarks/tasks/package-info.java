/**
 * Activity tasks from poll to outcome, by Longhaul's worker and by the official Java SDK's: {@link
 * dev.longhaul.benchmarks.tasks.TasksBenchmark}.
 */
@NullMarked
package dev.longhaul.benchmarks.tasks;

import org.jspecify.annotations.NullMarked;
