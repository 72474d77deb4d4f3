/**
 * The other side of a soak, in a process of its own: it schedules activities, and knows what became
 * of each attempt: {@link dev.longhaul.benchmarks.soak.server.SoakServer}.
 */
@NullMarked
package dev.longhaul.benchmarks.soak.server;

import org.jspecify.annotations.NullMarked;
