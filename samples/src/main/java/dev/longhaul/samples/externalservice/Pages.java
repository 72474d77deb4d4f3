package dev.longhaul.samples.externalservice;

/** How far the service is. */
public record Pages(int read, int of) {}
