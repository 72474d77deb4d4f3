package dev.longhaul.runtime.internal.time;

import java.time.InstantSource;

/**
 * Time, in its three forms. Immutable and thread-safe.
 *
 * @param wallClock for what users are told
 */
public record Clock(Ticker ticker, InstantSource wallClock, Timer timer) {}
