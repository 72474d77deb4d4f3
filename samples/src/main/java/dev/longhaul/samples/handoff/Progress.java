package dev.longhaul.samples.handoff;

/** How far a ride is: the heartbeat details. */
public record Progress(int kilometres, int of) {}
