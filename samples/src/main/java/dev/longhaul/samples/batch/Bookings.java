package dev.longhaul.samples.batch;

import java.util.List;

/**
 * What became of a workflow's invoices.
 *
 * @param booked how many are in the books
 * @param refused for each of the others, why it is not
 */
public record Bookings(int booked, List<String> refused) {}
