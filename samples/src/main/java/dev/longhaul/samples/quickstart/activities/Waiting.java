package dev.longhaul.samples.quickstart.activities;

/**
 * What a heartbeat of {@code ApproveArchive} tells.
 *
 * @param seconds since this attempt asked
 */
public record Waiting(long seconds) {}
