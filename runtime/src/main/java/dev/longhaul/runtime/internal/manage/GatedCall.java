package dev.longhaul.runtime.internal.manage;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call of an attempt: decided, let through the gate, decided upon again, since much may have
 * happened meanwhile, then made; and its answer is decided upon.
 *
 * @param outcome whether it reports an outcome
 * @param deadline when it is too late for it, in nanoseconds since the attempt's receipt
 * @param prepare within a decision: the call, or null if it is no longer wanted
 * @param limit which limit of the server an answer tells of
 * @param answered within a decision
 */
record GatedCall<A>(
    boolean outcome,
    long deadline,
    Supplier<@Nullable Supplier<CompletableFuture<A>>> prepare,
    Function<A, Limit> limit,
    Consumer<A> answered) {

  /** Begins; within a decision of the attempt. */
  void begin(StateMachine attempt) {
    Ticket ticket =
        new Ticket(
            outcome,
            attempt.nanosAt(deadline),
            attempt.task().id(),
            admitted -> attempt.decide(() -> admitted(attempt, admitted)));
    attempt.effect(() -> attempt.shared().gate().enter(ticket));
  }

  private void admitted(StateMachine attempt, Ticket ticket) {
    Supplier<CompletableFuture<A>> call = prepare.get();
    CallGate gate = attempt.shared().gate();
    if (call == null) {
      attempt.effect(() -> gate.leave(ticket, Limit.NONE));
      return;
    }
    attempt.effect(
        () ->
            call.get()
                .thenAccept(
                    answer -> {
                      gate.leave(ticket, limit.apply(answer));
                      attempt.decide(() -> answered.accept(answer));
                    }));
  }
}
