package dev.longhaul.samples.batch;

import dev.longhaul.samples.common.Story;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Enters invoices into the books, up to ten at a time, and takes as long for one as for ten. It
 * stands for a service that somebody else runs. Thread-safe.
 */
@Singleton
final class AccountingService {
  /** How many invoices a call may have. */
  static final int MOST_INVOICES = 10;

  private static final Executor AFTER_A_WHILE =
      CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS);

  private final Story story;
  private final AtomicInteger batches = new AtomicInteger();

  @Inject
  AccountingService(Story story) {
    this.story = story;
  }

  /**
   * Enters those that have an amount.
   *
   * @return an answer for each, in their order
   * @throws IllegalArgumentException if there are more than it takes
   */
  CompletionStage<List<Entry>> book(List<Invoice> invoices) {
    if (invoices.size() > MOST_INVOICES) {
      throw new IllegalArgumentException(
          "at most " + MOST_INVOICES + " invoices at a time; found " + invoices.size());
    }
    int batch = batches.incrementAndGet();
    story.tell("batch %d starts, of size %d".formatted(batch, invoices.size()));
    return CompletableFuture.supplyAsync(() -> enter(batch, invoices), AFTER_A_WHILE);
  }

  /** How many batches there were. */
  int batches() {
    return batches.get();
  }

  private List<Entry> enter(int batch, List<Invoice> invoices) {
    List<Entry> entries = invoices.stream().map(AccountingService::enter).toList();
    String refused =
        entries.stream()
            .flatMap(entry -> entry.refusal().stream())
            .map(refusal -> ", but " + refusal)
            .collect(Collectors.joining());
    story.tell("batch %d is booked%s".formatted(batch, refused));
    return entries;
  }

  private static Entry enter(Invoice invoice) {
    return new Entry(
        invoice.euros() > 0
            ? Optional.empty()
            : Optional.of("invoice " + invoice.number() + " has no amount"));
  }
}
