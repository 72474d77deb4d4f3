package dev.longhaul.samples.handoff;

/** What is delivered, and how far. */
public record Parcel(String content, int kilometres) {}
