package dev.longhaul.runtime.internal.dispatch;

import java.time.Duration;

/**
 * How activities are gathered to be worked on together. Immutable.
 *
 * @param maxSize so many at most, at least 1
 * @param maxWait how long the first one waits for others; positive
 * @param parallel so many batches at most at the same time, at least 1
 */
public record BatchPlan(int maxSize, Duration maxWait, int parallel) {}
