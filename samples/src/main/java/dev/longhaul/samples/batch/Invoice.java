package dev.longhaul.samples.batch;

/** What is to be booked: an activity's input. */
public record Invoice(int number, int euros) {}
