package com.acme;

import dev.longhaul.api.*;
import java.util.*;
import java.util.concurrent.*;

class Batches {
  @AsyncActivityHandler
  static class Both {
    @OnStart String start(String input) {
      return input;
    }

    @OnBatch List<Outcome<String>> batch(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class BothOnOne {
    @OnStart @OnBatch List<Outcome<String>> batch(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Twice {
    @OnBatch List<Outcome<String>> one(List<BatchItem<String>> items) {
      return List.of();
    }

    @OnBatch List<Outcome<String>> two(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Nothing {
    @OnBatch List<Outcome<String>> run() {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Inputs {
    @OnBatch List<Outcome<String>> run(List<String> inputs) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class OneItem {
    @OnBatch Outcome<String> run(BatchItem<Integer> item) {
      return Outcome.completed("");
    }
  }

  @AsyncActivityHandler
  static class AnArray {
    @OnBatch List<Outcome<String>> run(int[] inputs) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class OtherCollection {
    @OnBatch List<Outcome<String>> run(Collection<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class RawList {
    @OnBatch List<Outcome<String>> run(List items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class WildcardList {
    @OnBatch List<Outcome<String>> run(List<?> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class WildcardOfItems {
    @OnBatch List<Outcome<String>> run(List<? extends BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class RawItem {
    @OnBatch List<Outcome<String>> run(List<BatchItem> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class WildcardItem {
    @OnBatch List<Outcome<String>> run(List<BatchItem<?>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  @SuppressWarnings("LH084")
  static class RawPending {
    @OnBatch void run(List<PendingBatchItem> items) {}
  }

  @AsyncActivityHandler
  @SuppressWarnings("LH084")
  static class UnknownResultOfPending {
    @OnBatch void run(List<PendingBatchItem<String, ?>> items) {}
  }

  @AsyncActivityHandler
  static class MoreParameters {
    @OnBatch List<Outcome<String>> run(
        ActivityContext context,
        List<BatchItem<String>> items,
        String second,
        StopRequest why,
        List<BatchItem<String>> more,
        PendingActivity<String> pending) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Results {
    @OnBatch List<String> run(List<BatchItem<Integer>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class OneResult {
    @OnBatch CompletableFuture<Integer> run(List<BatchItem<Integer>> items) {
      return null;
    }
  }

  @AsyncActivityHandler
  static class OutcomeArray {
    @OnBatch Outcome<Integer>[] run(List<BatchItem<Integer>> items) {
      return null;
    }
  }

  @AsyncActivityHandler
  static class NoResults {
    @OnBatch void run(List<BatchItem<Integer>> items) {}
  }

  @AsyncActivityHandler
  static class RawResults {
    @OnBatch List run(List<BatchItem<Integer>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class RawOutcomes {
    @OnBatch List<Outcome> run(List<BatchItem<Integer>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class WildcardOutcomes {
    @OnBatch CompletionStage<List<? extends Outcome<String>>> run(List<BatchItem<Integer>> items) {
      return null;
    }
  }

  @AsyncActivityHandler
  static class UnknownStage {
    @OnBatch CompletionStage<?> run(List<BatchItem<Integer>> items) {
      return null;
    }
  }

  @AsyncActivityHandler
  static class Future {
    @OnBatch java.util.concurrent.Future<List<Outcome<String>>> run(List<BatchItem<String>> items) {
      return null;
    }
  }

  @AsyncActivityHandler
  @SuppressWarnings("LH084")
  static class PendingAndResults {
    @OnBatch List<Outcome<String>> run(List<PendingBatchItem<Integer, String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Uncarried {
    @OnBatch List<Outcome<Thread>> run(List<BatchItem<java.io.InputStream>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Sizes {
    @OnBatch(maxSize = 0, maxWait = "5", parallelBatches = -1)
    List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class NoWait {
    @OnBatch(maxWait = "0s") List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Waits {
    @OnBatch(maxWait = "") List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class WaitPlaceholder {
    @OnBatch(maxWait = "${wait}") List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler(maxConcurrent = 20)
  static class TooLarge {
    @OnBatch(maxSize = 21) List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler(maxOutstanding = 9)
  @SuppressWarnings("LH084")
  static class TooLargeByDefault {
    @OnBatch void run(List<PendingBatchItem<String, String>> items) {}
  }

  @AsyncActivityHandler(maxOutstanding = 50)
  static class OtherLimit {
    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class ItemsInStart {
    @OnStart String start(List<BatchItem<String>> items) {
      return "";
    }
  }

  @AsyncActivityHandler
  static class ItemInHookOfStart {
    @OnStart String start(String input) {
      return "";
    }

    @OnHeartbeat void beat(BatchItem<String> item) {}
  }

  @AsyncActivityHandler
  static class ItemsOfAnotherType {
    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }

    @OnHeartbeat void beat(BatchItem<Integer> item) {}

    @OnCancel void cancel(PendingBatchItem<String, String> item) {}
  }

  @AsyncActivityHandler
  static class HookWithInput {
    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }

    @OnHeartbeat void beat(String input) {}

    @OnCancel void cancel(BatchItem<String> item, BatchItem<String> other) {}
  }

  @AsyncActivityHandler
  static class Fields {
    private int count;

    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  static class NoHandler {
    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  interface Contract {
    String both(String one, int two);

    int other(String input);

    String input(int input);
  }

  @AsyncActivityHandler(contract = Contract.class, activityType = "Both")
  static class OfTwoInputs {
    @OnBatch List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler(contract = Contract.class, activityType = "Other")
  static class OfOtherResult {
    @OnBatch CompletionStage<List<Outcome<String>>> run(List<BatchItem<String>> items) {
      return null;
    }
  }

  @AsyncActivityHandler(contract = Contract.class, activityType = "Input")
  @SuppressWarnings("LH084")
  static class OfOtherInput {
    @OnBatch void run(List<PendingBatchItem<String, String>> items) {}
  }

  static abstract class Base {
    @OnBatch(maxSize = 0) List<Outcome<String>> run(List<BatchItem<String>> items) {
      return List.of();
    }
  }

  @AsyncActivityHandler
  static class Inheriting extends Base {}
}
