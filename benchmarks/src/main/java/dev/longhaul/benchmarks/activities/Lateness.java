package dev.longhaul.benchmarks.activities;

import java.util.List;

/**
 * How late heartbeats went out. Immutable.
 *
 * @param all of the whole time
 * @param seconds of each second of it, those without any heartbeat included
 * @param failed heartbeats that the server did not acknowledge
 */
record Lateness(Quantiles all, List<Quantiles> seconds, long failed) {}
