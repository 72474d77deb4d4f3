package com.acme;

import dev.longhaul.api.*;
import java.util.List;
import java.util.concurrent.*;

class Results {
  @AsyncActivityHandler
  static class ResultAndPending {
    @OnStart String start(String input, PendingActivity<String> pending) {
      return "";
    }

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class RawPending {
    @OnStart void start(PendingActivity pending) {}

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class WildcardPending {
    @OnStart void start(PendingActivity<? extends Number> pending) {}

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class RawStage {
    @OnStart CompletionStage start() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class WildcardStage {
    @OnStart CompletableFuture<?> start() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class PlainFuture {
    @OnStart Future<List<String>> start() {
      return null;
    }

    @OnHeartbeat FutureTask<Integer> beat() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class NestedStage {
    @OnStart CompletionStage<CompletableFuture<String>> start() {
      return null;
    }

    @OnCancel CompletionStage<Future<String>> cancel() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class NestedPending {
    @OnStart void start(PendingActivity<Future<String>> pending) {}

    @OnCancel void cancel() {}
  }

  @AsyncActivityHandler
  static class Suspended {
    @OnStart Object start(
        String input, kotlin.coroutines.Continuation<? super String> continuation) {
      return "";
    }

    @OnHeartbeat Object beat(kotlin.coroutines.Continuation<? super Integer> continuation) {
      return 1;
    }
  }

  static class Mono<T> implements org.reactivestreams.Publisher<T> {}

  @AsyncActivityHandler
  static class Reactive {
    @OnStart Mono<String> start() {
      return null;
    }

    @OnCancel Flow.Publisher<String> cancel() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class VoidWithContext {
    @OnStart void start(String input, ActivityContext context) {}
  }

  @AsyncActivityHandler
  static class VoidWithContextOnPurpose {
    @OnStart
    @SuppressWarnings("LH078")
    void start(String input, ActivityContext context) {}
  }
}
