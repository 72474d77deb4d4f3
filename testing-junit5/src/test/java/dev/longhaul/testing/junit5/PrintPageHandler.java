package dev.longhaul.testing.junit5;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.Outcome;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

@AsyncActivityHandler(
    activityType = "PrintPage",
    taskQueue = "office",
    heartbeatInterval = "10s",
    cancellationGrace = "30s")
final class PrintPageHandler {
  private final Printer printer;

  @Inject
  PrintPageHandler(Printer printer) {
    this.printer = printer;
  }

  @OnBatch(maxSize = 3, maxWait = "1m")
  CompletionStage<List<Outcome<String>>> print(List<BatchItem<String>> pages) {
    return printer.print(pages.stream().map(BatchItem::input).toList());
  }

  @OnCancel
  void strike(BatchItem<String> page) {
    printer.strike(page.input());
  }
}
