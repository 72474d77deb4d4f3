package dev.longhaul.benchmarks.compile;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** Handlers of all forms, with hooks, inputs of several types and a constructor to inject into. */
final class HandlerSources {
  private static final String SOURCE =
      """
      package com.acme.p%1$d;

      import dev.longhaul.api.*;
      import jakarta.inject.Inject;
      import java.util.*;
      import java.util.concurrent.*;

      @AsyncActivityHandler(taskQueue = "${queue:acme}", heartbeatInterval = "10s")
      final class Order%2$dHandler {
        record Order(String id, int amount, List<String> lines) {}

        record Receipt(String id, Map<String, Integer> amounts) {}

        private final Executor executor;

        @Inject
        Order%2$dHandler(Executor executor) {
          this.executor = executor;
        }

        @OnStart
        %3$s

        @OnHeartbeat
        int progress(%4$s attempt) {
          return attempt.attempt();
        }

        @OnCancel
        void cancel(StopRequest why) {
          executor.execute(() -> {});
        }
      }
      """;
  private static final List<String> STARTS =
      List.of(
          "Receipt start(Order order, List<Order> more, int times) { return null; }",
          "CompletionStage<Receipt> start(Order order, Map<String, List<Order>> more) { return null; }",
          "void start(Order order, PendingActivity<Receipt> pending) {}");
  private static final int EXTERNAL = 2;
  private static final int PACKAGES = 10;

  private HandlerSources() {}

  /** That many handlers in ten packages. */
  static List<JavaFileObject> of(int handlers) {
    return IntStream.range(0, handlers).mapToObj(HandlerSources::source).toList();
  }

  private static JavaFileObject source(int number) {
    int form = number % STARTS.size();
    String text =
        SOURCE.formatted(
            number % PACKAGES,
            number,
            STARTS.get(form),
            form == EXTERNAL ? "PendingActivity<Receipt>" : "ActivityContext");
    String name = "/com/acme/p" + number % PACKAGES + "/Order" + number + "Handler.java";
    return new SimpleJavaFileObject(URI.create("memory://" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
