package dev.longhaul.api.intercept;

import java.util.concurrent.CompletableFuture;

/**
 * Stands around every call of a client on an activity, whether it goes to the server or to the
 * manager of this process: sees the call and its outcome, may change the values or refuse. Must be
 * thread-safe.
 *
 * <p>The first of several interceptors is the outermost one: it sees the call first and its outcome
 * last. It runs on the caller's thread, so it must not block.
 *
 * <pre>{@code
 * CallInterceptor logging =
 *     (call, next) ->
 *         next.proceed(call)
 *             .whenComplete((done, failure) -> log.info("{}: {}", call, failure == null ? "ok" : failure));
 * }</pre>
 *
 * <p>No call gets lost when an interceptor throws: before it let the call proceed, nothing was
 * sent, and the caller's future fails with what it threw; afterwards the call goes on as if it had
 * not thrown, and what it threw is logged. What is neither an {@link
 * dev.longhaul.api.ActivityCompletionException} nor an {@link
 * dev.longhaul.api.ActivityStoppedException} reaches the caller as the cause of the former.
 */
@FunctionalInterface
public interface CallInterceptor {

  /**
   * Lets the call proceed, as it is or changed, and answers with its outcome; or refuses, with a
   * future that has failed.
   *
   * @param next the next interceptor, or the call itself after the last one
   */
  CompletableFuture<Void> intercept(ActivityCall call, Next next);

  /** What comes after an interceptor. Thread-safe. */
  @FunctionalInterface
  interface Next {

    /**
     * Makes the call. Each time is a call of its own: an interceptor may try again after a failure.
     *
     * @return as the client's future: what depends on it runs on the callback executor
     */
    CompletableFuture<Void> proceed(ActivityCall call);
  }
}
