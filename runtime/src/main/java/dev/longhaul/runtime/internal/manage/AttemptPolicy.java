package dev.longhaul.runtime.internal.manage;

import java.time.Duration;

/**
 * How an attempt is looked after. Immutable; attempts with the same settings share one.
 *
 * @param plan when it is heartbeated
 * @param grace how long its work may take to end by itself after a stop request
 * @param stopsOnPause whether a pause ends the attempt, to start again after it; otherwise its work
 *     goes on
 * @param failsOnShutdown whether the attempt fails when this process ends; otherwise it stays open
 *     on the server
 */
public record AttemptPolicy(
    HeartbeatPlan plan, Duration grace, boolean stopsOnPause, boolean failsOnShutdown) {}
