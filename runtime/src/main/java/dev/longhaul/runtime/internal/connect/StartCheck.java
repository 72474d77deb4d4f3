package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.Durations;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out, before a runtime starts, whether its server is there and will have it. */
final class StartCheck {
  /** How soon a server that may still come up is asked again. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ServerProbe probe;
  private final String server;
  private final String namespace;
  private final CompletableFuture<?> notWanted;

  /**
   * @param server its name in problems
   * @param notWanted completes when nobody waits for the result any more
   */
  StartCheck(ServerProbe probe, String server, String namespace, CompletableFuture<?> notWanted) {
    this.probe = probe;
    this.server = server;
    this.namespace = namespace;
    this.notWanted = notWanted;
  }

  /**
   * Asks until the server has answered or refused, or until the time is over. Blocks.
   *
   * @param once whether one question is enough, since the start fails in any case
   * @return what is wrong and what to do about it; empty if all is well, or nobody wants to know
   */
  Optional<String> problem(Duration time, boolean once) throws InterruptedException {
    long startNanos = System.nanoTime();
    Duration left = time;
    while (true) {
      boolean answered = await(probe.askAgain(), left);
      Optional<RpcFailure> failure = probe.namespaceFailure();
      left = time.minusNanos(System.nanoTime() - startNanos);
      if (notWanted.isDone() || (answered && failure.isEmpty())) {
        return Optional.empty();
      } else if (failure.isPresent() && !mayPass(failure.get())) {
        return refusal(failure.get());
      } else if (once || left.isNegative()) {
        return Optional.of(unreachable(time, failure));
      }
      await(notWanted, left.compareTo(PAUSE) < 0 ? left : PAUSE);
    }
  }

  /** Whether the future completed in time; also ends when the result is not wanted any more. */
  private boolean await(CompletableFuture<?> future, Duration time) throws InterruptedException {
    try {
      CompletableFuture.anyOf(future, notWanted).get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("neither of the two fails", e);
    }
    return future.isDone();
  }

  // A broken answer is most often that of a proxy whose server is not there yet.
  private static boolean mayPass(RpcFailure failure) {
    Verdict verdict = Verdict.on(failure);
    return verdict.worthAnotherTry() || verdict == Verdict.BROKEN;
  }

  private Optional<String> refusal(RpcFailure failure) {
    return switch (failure.code()) {
      // A server of another kind, perhaps; but its polls may be of this one.
      case UNIMPLEMENTED -> Optional.empty();
      case NOT_FOUND ->
          Optional.of(
              "the namespace \""
                  + namespace
                  + "\" is not there, says the server at "
                  + server
                  + ": "
                  + failure.told()
                  + ". Create it, or name another one");
      case UNAUTHENTICATED ->
          Optional.of(
              "the server at "
                  + server
                  + " does not accept the credentials: "
                  + failure.told()
                  + ". Check the API key or the client certificate");
      case PERMISSION_DENIED ->
          Optional.of(
              "the server at "
                  + server
                  + " lets these credentials not even read the namespace \""
                  + namespace
                  + "\": "
                  + failure.told()
                  + ". Check the API key or the client certificate and its rights there; who may"
                  + " poll but not read sets startTimeout to zero, so that nothing is asked");
      default ->
          Optional.of(
              "the server at "
                  + server
                  + " refuses to describe the namespace \""
                  + namespace
                  + "\": "
                  + failure.told()
                  + ". Check the target and the namespace");
    };
  }

  private String unreachable(Duration time, Optional<RpcFailure> failure) {
    return "the server at "
        + server
        + " cannot be reached: "
        + failure.map(RpcFailure::told).orElse("no answer within " + Durations.format(time))
        + ". Check the target, the network and TLS; a start waits up to startTimeout, which is "
        + Durations.format(time)
        + ", for a server that comes up";
  }
}
