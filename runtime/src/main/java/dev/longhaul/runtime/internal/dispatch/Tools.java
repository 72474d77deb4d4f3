package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.runtime.internal.convert.PayloadMapper;
import dev.longhaul.runtime.internal.convert.WireCodec;
import java.util.concurrent.Executor;

/**
 * What all attempts of a runtime share. Immutable and thread-safe.
 *
 * @param callbacks bounded; for starts, hooks, listeners and conversions
 * @param blocking a thread for each blocking handler
 */
public record Tools(
    PayloadMapper payloads, WireCodec wire, Executor callbacks, Executor blocking) {}
