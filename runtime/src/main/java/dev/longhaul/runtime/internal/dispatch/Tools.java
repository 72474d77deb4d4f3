package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Ticker;
import java.util.concurrent.Executor;

/**
 * What all attempts of a runtime share. Immutable and thread-safe.
 *
 * @param callbacks bounded; for starts, hooks, listeners and conversions
 * @param blocking a thread for each blocking handler
 * @param hooksAtOnce how many heartbeat hooks of one handler may have a callback thread
 */
public record Tools(
    PayloadMapper payloads,
    WireCodec wire,
    Executor callbacks,
    Executor blocking,
    Ticker ticker,
    Alarms alarms,
    int hooksAtOnce) {}
