package dev.longhaul.functional;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchActivityProcessor;
import dev.longhaul.api.BatchActivityProcessors;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.BatchOptions;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.ProcessingOptions;
import dev.longhaul.api.StopRequest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The code of docs/batch.md. */
final class Invoices {
  private Invoices() {}

  /** Prints pages, some of which are blank. */
  static final class Printer {
    List<Page> printAll(List<String> invoices) {
      return invoices.stream().map(invoice -> new Page(invoice, !invoice.isEmpty())).toList();
    }

    CompletionStage<List<Page>> printLater(List<String> invoices) {
      return CompletableFuture.supplyAsync(() -> printAll(invoices));
    }
  }

  /** A printed page. */
  record Page(String text, boolean isReadable) {}

  /** Takes orders, and calls back. */
  static final class PrintShop {
    void order(PendingBatchItem<String, String> item) {
      CompletableFuture.runAsync(() -> item.pending().complete(item.input() + ", from the shop"));
    }

    int percentDone(String order) {
      return order.length();
    }

    void withdraw(String order) {}
  }

  @AsyncActivityHandler(activityType = "PrintInvoice", maxConcurrent = 300)
  static final class PrintInvoiceHandler {
    private final Printer printer;

    @Inject
    PrintInvoiceHandler(Printer printer) {
      this.printer = printer;
    }

    @OnBatch(maxSize = 100, maxWait = "2s", parallelBatches = 2)
    List<Outcome<String>> print(List<BatchItem<String>> items) {
      List<String> invoices = items.stream().map(BatchItem::input).toList();
      return printer.printAll(invoices).stream().map(PrintInvoiceHandler::outcome).toList();
    }

    private static Outcome<String> outcome(Page page) {
      return page.isReadable()
          ? Outcome.completed(page.text())
          : Outcome.failed(ActivityFailure.ofType("BlankPage").message("no text").nonRetryable());
    }
  }

  @AsyncActivityHandler(activityType = "OrderPrint", maxOutstanding = 5000)
  static final class OrderPrintHandler {
    private final PrintShop shop;

    @Inject
    OrderPrintHandler(PrintShop shop) {
      this.shop = shop;
    }

    @OnBatch
    void order(List<PendingBatchItem<String, String>> items) {
      items.forEach(shop::order);
    }

    @OnHeartbeat
    int progress(BatchItem<String> item) {
      return shop.percentDone(item.input());
    }

    @OnCancel
    void withdraw(BatchItem<String> item, StopRequest why) {
      shop.withdraw(item.input());
    }
  }

  static BatchActivityProcessor<String, String> processor(
      BatchActivityProcessors processors, Printer printer) {
    BatchActivityProcessor<String, String> processor =
        processors.create(
            ProcessingOptions.heartbeating(HeartbeatInterval.auto()),
            BatchOptions.defaults().maxSize(100).maxWait(Duration.ofSeconds(2)),
            items -> print(items, printer));
    return processor;
  }

  static CompletionStage<List<Outcome<String>>> print(
      List<BatchItem<String>> items, Printer printer) {
    return printer
        .printLater(items.stream().map(BatchItem::input).toList())
        .thenApply(pages -> pages.stream().map(page -> Outcome.completed(page.text())).toList());
  }

  /** A message of a queue. */
  record Message(String handOff, String invoice) {
    void acknowledge() {}

    void putBack(Throwable why) {}
  }

  static void receive(BatchActivityProcessor<String, String> processor, Message message) {
    processor
        .enqueue(HandOff.parse(message.handOff()), message.invoice())
        .whenComplete(
            (accepted, refused) -> {
              if (refused == null) {
                message.acknowledge();
              } else {
                message.putBack(refused);
              }
            });
  }

  static void close(BatchActivityProcessor<String, String> processor) throws Exception {
    processor.drain().get();
  }
}
