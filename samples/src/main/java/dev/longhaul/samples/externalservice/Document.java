package dev.longhaul.samples.externalservice;

/** What is to be read. */
public record Document(String name, int pages) {}
