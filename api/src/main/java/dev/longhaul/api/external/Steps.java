package dev.longhaul.api.external;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of one attempt on its executor, which runs them one after the other. A step that
 * throws is told, rather than left to the executor's log. Thread-safe.
 */
record Steps(Executor executor, Consumer<Throwable> onThrown) {

  void run(Runnable step) {
    executor.execute(
        () -> {
          try {
            step.run();
          } catch (RuntimeException | Error e) {
            onThrown.accept(e);
          }
        });
  }

  /** Makes a call; its answer is a step, and so is its failure, however the call fails. */
  <T extends @Nullable Object> void call(
      String name,
      Supplier<? extends CompletionStage<? extends T>> call,
      BiConsumer<@Nullable T, @Nullable Throwable> answered) {
    CompletionStage<? extends T> answer;
    try {
      answer = Objects.requireNonNull(call.get(), () -> name + " returned null, not a stage");
    } catch (RuntimeException e) {
      answer = CompletableFuture.failedStage(e);
    }
    answer.whenComplete((value, failure) -> run(() -> answered.accept(value, unwrapped(failure))));
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure instanceof CompletionException wrapper && wrapper.getCause() != null
        ? wrapper.getCause()
        : failure;
  }
}
