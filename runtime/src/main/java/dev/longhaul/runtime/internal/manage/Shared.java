package dev.longhaul.runtime.internal.manage;

import dev.longhaul.runtime.internal.time.Alarms;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What all attempts of one manager have in common. Immutable.
 *
 * @param onEnded told of an attempt that has ended, before its callers are
 */
record Shared(
    Services services,
    InstantSource wallClock,
    Alarms alarms,
    CallGate gate,
    Listeners listeners,
    Consumer<Attempt> onEnded) {}
