package dev.longhaul.runtime.internal.connect;

import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that the server is asked until it has answered, or has refused to for good. Thread-safe
 * as long as it is not asked twice at once.
 */
final class Question<Q, A> {
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final Calls calls;
  private final MethodDescriptor<Q, A> method;
  private final Q request;

  private volatile @Nullable A answer;
  private volatile @Nullable RpcFailure failure;

  Question(Calls calls, MethodDescriptor<Q, A> method, Q request) {
    this.calls = calls;
    this.method = method;
    this.request = request;
  }

  /** Asks, unless that is settled; completes on a network thread, and never fails. */
  CompletableFuture<Void> ask() {
    if (isSettled()) {
      return CompletableFuture.completedFuture(null);
    }
    return calls
        .start(method, request, DEADLINE)
        .handle(
            (answered, thrown) -> {
              answer = answered;
              failure = thrown == null ? null : RpcFailure.of(thrown);
              return null;
            });
  }

  /** The answer, if there is one. */
  Optional<A> answer() {
    return Optional.ofNullable(answer);
  }

  /** Why there was no answer when it was asked the last time, if there was none. */
  Optional<RpcFailure> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether there is nothing to be asked any more: who may not, or asks in vain, never will. */
  boolean isSettled() {
    RpcFailure why = failure;
    return answer != null || (why != null && isForGood(why));
  }

  private static boolean isForGood(RpcFailure why) {
    return switch (why.code()) {
      case UNIMPLEMENTED, PERMISSION_DENIED -> true;
      default -> false;
    };
  }
}
