package dev.longhaul.testing.junit5;

import dev.longhaul.api.EncodedValues;
import java.time.Duration;

/**
 * A heartbeat that the server accepted. Immutable.
 *
 * @param at since the start of the run, by its clock
 * @param details none if there were none yet
 */
public record SentHeartbeat(Duration at, EncodedValues details) {}
