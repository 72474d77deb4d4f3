/**
 * The way between a worker and its server, with faults: {@link
 * dev.longhaul.benchmarks.soak.proxy.FaultyProxy}.
 */
@NullMarked
package dev.longhaul.benchmarks.soak.proxy;

import org.jspecify.annotations.NullMarked;
