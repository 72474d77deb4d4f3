package dev.longhaul.testing;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call that arrived: what it would do, and whom to answer.
 *
 * @param <R> the response message
 */
final class ServedCall<R> {
  private final ServerCallStreamObserver<R> caller;
  private final Supplier<CompletionStage<R>> action;

  ServedCall(ServerCallStreamObserver<R> caller, Supplier<CompletionStage<R>> action) {
    this.caller = caller;
    this.action = action;
  }

  void applyAndAnswer() {
    applied().whenComplete(this::answer);
  }

  void applyAndAnswer(Gate gate) {
    applied().whenComplete((response, error) -> gate.whenOpen(() -> answer(response, error)));
  }

  /** Acts without giving the answer to the caller, then goes on, also after a refusal. */
  void apply(Runnable next) {
    applied().whenComplete((response, error) -> next.run());
  }

  void refuse(StatusRuntimeException error) {
    if (!caller.isCancelled()) {
      caller.onError(error);
    }
  }

  private CompletionStage<R> applied() {
    try {
      return action.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void answer(@Nullable R response, @Nullable Throwable error) {
    if (error != null) {
      refuse(asStatus(error));
    } else if (response != null && !caller.isCancelled()) {
      caller.onNext(response);
      caller.onCompleted();
    }
  }

  private static StatusRuntimeException asStatus(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof StatusRuntimeException refusal
        ? refusal
        : Status.INTERNAL
            .withDescription("the fake service broke: " + cause)
            .withCause(cause)
            .asRuntimeException();
  }
}
