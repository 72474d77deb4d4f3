/**
 * A Temporal service in a process of its own that does the least a service can do: {@link
 * dev.longhaul.benchmarks.server.ServerProcess}.
 */
@NullMarked
package dev.longhaul.benchmarks.server;

import org.jspecify.annotations.NullMarked;
