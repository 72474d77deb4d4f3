package dev.longhaul.samples.externalservice;

/** What was read. */
public record Text(String name, int pages, int words) {}
