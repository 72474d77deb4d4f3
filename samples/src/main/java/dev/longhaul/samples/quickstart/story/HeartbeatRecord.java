package dev.longhaul.samples.quickstart.story;

import java.time.Instant;

/**
 * A heartbeat that Temporal has stored.
 *
 * @param number from 1, for all attempts of the activity together
 * @param at when the server received it, by its clock
 */
public record HeartbeatRecord(int number, int attempt, Instant at, Progress progress) {}
