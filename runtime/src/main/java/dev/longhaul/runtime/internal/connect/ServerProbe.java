package dev.longhaul.runtime.internal.connect;

import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.time.Backoff;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server once what it can do and what the namespace allows. Until it has answered, the
 * defaults hold; a question that failed for now is asked again by a later call, at most once at a
 * time. Never blocks. Thread-safe.
 */
final class ServerProbe {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProbe.class);
  private static final Backoff AGAIN =
      new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.2);
  private static final CompletableFuture<Void> NOTHING_TO_ASK =
      CompletableFuture.completedFuture(null);

  private final String namespace;
  private final Question<GetSystemInfoRequest, GetSystemInfoResponse> system;
  private final Question<DescribeNamespaceRequest, DescribeNamespaceResponse> description;
  private final Ticker ticker;
  private final DoubleSupplier random;

  private volatile Capabilities current = Capabilities.DEFAULTS;
  private volatile boolean settled;

  // Guarded by this: two calls at once must not both ask.
  private CompletableFuture<Void> question = NOTHING_TO_ASK;
  private int failures;
  private long againAtNanos;

  ServerProbe(Calls calls, String namespace, Ticker ticker, DoubleSupplier random) {
    this.namespace = namespace;
    this.system =
        new Question<>(
            calls,
            WorkflowServiceGrpc.getGetSystemInfoMethod(),
            GetSystemInfoRequest.getDefaultInstance());
    this.description =
        new Question<>(
            calls,
            WorkflowServiceGrpc.getDescribeNamespaceMethod(),
            DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    this.ticker = ticker;
    this.random = random;
  }

  /** What is known at the moment. */
  Capabilities current() {
    return current;
  }

  /** Why the namespace was not described when the server was asked the last time, if it was not. */
  Optional<RpcFailure> namespaceFailure() {
    return description.failure();
  }

  /**
   * Asks, unless that is done, under way, or too early after a failure. What it returns is done
   * when the question under way has been answered or has failed, at once if there is none; on a
   * network thread.
   */
  CompletableFuture<Void> ask() {
    return settled ? NOTHING_TO_ASK : ask(true);
  }

  /** As {@link #ask}, however early it is. */
  CompletableFuture<Void> askAgain() {
    return ask(false);
  }

  private CompletableFuture<Void> ask(boolean unlessTooEarly) {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    synchronized (this) {
      if (settled || !question.isDone() || (unlessTooEarly && isTooEarly())) {
        return question;
      }
      question = asked;
    }
    CompletableFuture.allOf(system.ask(), description.ask())
        .thenRun(
            () -> {
              answered();
              asked.complete(null);
            });
    return asked;
  }

  private boolean isTooEarly() {
    return failures > 0 && ticker.nanoTime() - againAtNanos < 0;
  }

  private void answered() {
    boolean firstFailure = false;
    synchronized (this) {
      current =
          Capabilities.of(
              system.answer().orElseGet(GetSystemInfoResponse::getDefaultInstance),
              description.answer().orElseGet(DescribeNamespaceResponse::getDefaultInstance));
      settled = system.isSettled() && description.isSettled();
      if (!settled) {
        failures++;
        firstFailure = failures == 1;
        againAtNanos = ticker.nanoTime() + AGAIN.nanosAfter(failures, random);
      }
    }
    if (settled) {
      LOG.info(
          "server version {}, namespace {}: at most {} bytes for a result, details or a failure",
          current.serverVersion().isEmpty() ? "unknown" : current.serverVersion(),
          namespace,
          current.blobSizeLimit());
    } else if (firstFailure) {
      LOG.warn(
          "the server has not told what it can do, and what the namespace {} allows: {}. Temporal's"
              + " defaults hold meanwhile; it is asked again",
          namespace,
          unsettled().failure().map(RpcFailure::told).orElse("no answer"));
    }
  }

  private Question<?, ?> unsettled() {
    return system.isSettled() ? description : system;
  }
}
