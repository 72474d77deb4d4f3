package dev.longhaul.testing;

import dev.longhaul.proto.common.v1.Payloads;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A heartbeat that the fake service accepted. Immutable.
 *
 * @param details null if it had none, which erased the stored ones
 * @param attempt the attempt that was current
 * @param at by the service's clock
 */
public record RecordedHeartbeat(
    @Nullable Payloads details, String identity, int attempt, Instant at) {}
