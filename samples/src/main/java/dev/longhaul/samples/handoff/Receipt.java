package dev.longhaul.samples.handoff;

/** That it has arrived. */
public record Receipt(String content, String carrier) {}
