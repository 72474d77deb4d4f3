package dev.longhaul.runtime.internal.connect;

import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceRequest;
import dev.longhaul.proto.workflowservice.v1.DescribeNamespaceResponse;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoRequest;
import dev.longhaul.proto.workflowservice.v1.GetSystemInfoResponse;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import dev.longhaul.runtime.internal.time.Backoff;
import dev.longhaul.runtime.internal.time.Ticker;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the server once what it can do and what the namespace allows. Until it has answered, the
 * defaults hold; a question that failed for now is asked again by a later call, at most once at a
 * time. Never blocks. Thread-safe.
 */
final class ServerProbe {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProbe.class);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final Backoff AGAIN =
      new Backoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1), 0.2);
  private static final CompletableFuture<Void> NOTHING_TO_ASK =
      CompletableFuture.completedFuture(null);

  private final Calls calls;
  private final String namespace;
  private final Ticker ticker;
  private final DoubleSupplier random;

  private volatile Capabilities current = Capabilities.DEFAULTS;
  private volatile boolean settled;

  // Guarded by this: two calls at once must not both ask.
  private @Nullable GetSystemInfoResponse system;
  private @Nullable DescribeNamespaceResponse described;
  private CompletableFuture<Void> question = NOTHING_TO_ASK;
  private int failures;
  private long againAtNanos;

  ServerProbe(Calls calls, String namespace, Ticker ticker, DoubleSupplier random) {
    this.calls = calls;
    this.namespace = namespace;
    this.ticker = ticker;
    this.random = random;
  }

  /** What is known at the moment. */
  Capabilities current() {
    return current;
  }

  /**
   * Asks, unless that is done, under way, or too early after a failure. What it returns is done
   * when the question under way has been answered or has failed, at once if there is none; on a
   * network thread.
   */
  CompletableFuture<Void> ask() {
    if (settled) {
      return NOTHING_TO_ASK;
    }
    CompletableFuture<Void> asked = new CompletableFuture<>();
    GetSystemInfoResponse knownSystem;
    DescribeNamespaceResponse knownNamespace;
    synchronized (this) {
      if (!question.isDone() || (failures > 0 && ticker.nanoTime() - againAtNanos < 0)) {
        return question;
      }
      question = asked;
      knownSystem = system;
      knownNamespace = described;
    }
    ask(knownSystem, knownNamespace, asked);
    return asked;
  }

  private void ask(
      @Nullable GetSystemInfoResponse knownSystem,
      @Nullable DescribeNamespaceResponse knownNamespace,
      CompletableFuture<Void> asked) {
    CompletableFuture<GetSystemInfoResponse> info =
        knownSystem != null ? CompletableFuture.completedFuture(knownSystem) : askSystem();
    CompletableFuture<DescribeNamespaceResponse> description =
        knownNamespace != null ? CompletableFuture.completedFuture(knownNamespace) : askNamespace();
    CompletableFuture.allOf(info, description)
        .whenComplete(
            (done, failure) -> {
              answered(valueOf(info), valueOf(description), failure);
              asked.complete(null);
            });
  }

  private CompletableFuture<GetSystemInfoResponse> askSystem() {
    return calls
        .start(
            WorkflowServiceGrpc.getGetSystemInfoMethod(),
            GetSystemInfoRequest.getDefaultInstance(),
            DEADLINE)
        .exceptionally(failure -> orNothing(failure, GetSystemInfoResponse.getDefaultInstance()));
  }

  private CompletableFuture<DescribeNamespaceResponse> askNamespace() {
    return calls
        .start(
            WorkflowServiceGrpc.getDescribeNamespaceMethod(),
            DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build(),
            DEADLINE)
        .exceptionally(
            failure -> orNothing(failure, DescribeNamespaceResponse.getDefaultInstance()));
  }

  // Who may not ask, or asks a server that does not know the question, lives with the defaults.
  private static <A> A orNothing(Throwable failure, A nothing) {
    Status.Code code = Status.fromThrowable(failure).getCode();
    if (code == Status.Code.UNIMPLEMENTED || code == Status.Code.PERMISSION_DENIED) {
      return nothing;
    }
    throw new CompletionException(failure);
  }

  private static <A> @Nullable A valueOf(CompletableFuture<A> answer) {
    return answer.isCompletedExceptionally() ? null : answer.getNow(null);
  }

  private void answered(
      @Nullable GetSystemInfoResponse newSystem,
      @Nullable DescribeNamespaceResponse newNamespace,
      @Nullable Throwable failure) {
    boolean firstFailure = false;
    synchronized (this) {
      system = newSystem;
      described = newNamespace;
      current =
          Capabilities.of(
              newSystem == null ? GetSystemInfoResponse.getDefaultInstance() : newSystem,
              newNamespace == null ? DescribeNamespaceResponse.getDefaultInstance() : newNamespace);
      settled = failure == null;
      if (failure != null) {
        failures++;
        firstFailure = failures == 1;
        againAtNanos = ticker.nanoTime() + AGAIN.nanosAfter(failures, random);
      }
    }
    tell(failure, firstFailure);
  }

  private void tell(@Nullable Throwable failure, boolean firstFailure) {
    if (failure == null) {
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
          RpcFailure.of(failure).told());
    }
  }
}
