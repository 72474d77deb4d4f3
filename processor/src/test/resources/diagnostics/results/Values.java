package com.acme;

import dev.longhaul.api.*;
import java.io.InputStream;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Supplier;
import java.util.stream.Stream;

class Values {
  class Inner {}

  @AsyncActivityHandler
  static class Inputs {
    @OnStart void start(
        InputStream bytes,
        List<java.io.BufferedReader> texts,
        Iterator<String> iterator,
        Map<String, Stream<String>> streams,
        Thread[] threads,
        Supplier<String> later,
        CompletionStage<String> stage,
        Inner inner,
        List<? extends Inner[]> inners) {}
  }

  @AsyncActivityHandler
  static class BlockingResult {
    @OnStart java.io.FileReader start() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class StageResult {
    @OnStart CompletionStage<Inner> start() {
      return null;
    }

    @OnHeartbeat Stream<String> beat() {
      return null;
    }

    @OnCancel CompletionStage<List<InputStream>> cancel() {
      return null;
    }
  }

  @AsyncActivityHandler
  static class ExternalResult {
    @OnStart void start(PendingActivity<Iterator<String>> pending) {}

    @OnCancel void cancel() {}
  }
}
