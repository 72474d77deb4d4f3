package com.acme;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.BatchItem;
import dev.longhaul.api.OnBatch;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.PendingBatchItem;
import dev.longhaul.api.StopRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

final class Invoices {

  @AsyncActivityHandler(taskQueue = "billing", maxConcurrent = 200)
  static final class PrintHandler {
    @OnBatch(maxSize = 100, maxWait = "30s", parallelBatches = 2)
    List<Outcome<String>> print(List<BatchItem<Map<String, List<String>>>> items) {
      throw new UnsupportedOperationException();
    }
  }

  @AsyncActivityHandler
  static final class SendHandler {
    @OnBatch
    CompletableFuture<List<Outcome<Void>>> send(List<BatchItem<String>> items) {
      throw new UnsupportedOperationException();
    }

    @OnHeartbeat
    String beat(BatchItem<String> item) {
      return item.input();
    }
  }

  @AsyncActivityHandler
  static final class PayHandler {
    @OnBatch
    void pay(List<PendingBatchItem<String, List<String>>> items) {}

    @OnHeartbeat
    void beat(BatchItem<String> item, PendingActivity<List<String>> pending) {}

    @OnCancel
    void cancel(PendingBatchItem<String, List<String>> item, StopRequest why) {}
  }
}
