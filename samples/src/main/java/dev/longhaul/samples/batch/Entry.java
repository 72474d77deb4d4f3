package dev.longhaul.samples.batch;

import java.util.Optional;

/**
 * The accounting service's answer for one invoice.
 *
 * @param refusal why the invoice is not in the books, if it is not
 */
record Entry(Optional<String> refusal) {}
