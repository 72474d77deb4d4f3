/**
 * Activities that are worked on in batches, and settle each by itself: start at {@link
 * dev.longhaul.samples.batch.BookInvoiceHandler}.
 */
@NullMarked
package dev.longhaul.samples.batch;

import org.jspecify.annotations.NullMarked;
