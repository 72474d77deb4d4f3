package dev.longhaul.samples.batch;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.Outcome;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Books invoices together, and settles each by the service's answer to it. Invoices wait for
 * company; meanwhile their activities are kept alive, and learn of cancellations.
 */
@AsyncActivityHandler(
    contract = BookingActivities.class,
    heartbeatInterval = "1s",
    maxConcurrent = 30) // two batches at work, and one that gathers
final class BookInvoiceHandler {
  /** The type of the failure that the books have no place for an invoice. */
  static final String REFUSED = "Refused";

  private final AccountingService accounting;

  @Inject
  BookInvoiceHandler(AccountingService accounting) {
    this.accounting = accounting;
  }

  @OnBatch(maxSize = AccountingService.MOST_INVOICES, maxWait = "3s", parallelBatches = 2)
  CompletionStage<List<Outcome<Void>>> book(List<BatchItem<Invoice>> items) {
    return accounting
        .book(items.stream().map(BatchItem::input).toList())
        .thenApply(entries -> entries.stream().map(BookInvoiceHandler::outcome).toList());
  }

  private static Outcome<Void> outcome(Entry entry) {
    return entry
        .refusal()
        .map(
            refusal ->
                Outcome.<Void>failed(
                    ActivityFailure.ofType(REFUSED).message(refusal).nonRetryable()))
        .orElseGet(() -> Outcome.completed(null));
  }
}
