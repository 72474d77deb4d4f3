/**
 * Many long-running activities in one manager: {@link
 * dev.longhaul.benchmarks.activities.ActivitiesBenchmark}.
 */
@NullMarked
package dev.longhaul.benchmarks.activities;

import org.jspecify.annotations.NullMarked;
