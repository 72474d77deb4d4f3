package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.spi.HandlerBinding;
import java.time.Duration;
import java.util.Optional;

/**
 * A handler with the settings that dispatching needs. Immutable.
 *
 * @param expectedHeartbeatTimeout held against what workflows set
 */
public record ConfiguredHandler<H>(
    HandlerBinding<H> binding,
    String taskQueue,
    HeartbeatInterval heartbeatInterval,
    Optional<Duration> expectedHeartbeatTimeout,
    Duration cancellationGrace) {}
