package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Services;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The client: to the manager if it looks after the activity, otherwise to the server. */
final class CompletionClient implements AsyncCompletionClient {
  private final Identity identity;
  private final GrpcActivityServer server;
  private final ActivityManager manager;
  private final Services services;

  CompletionClient(
      Identity identity, GrpcActivityServer server, ActivityManager manager, Services services) {
    this.identity = identity;
    this.server = server;
    this.manager = manager;
    this.services = services;
  }

  @Override
  public String namespace() {
    return identity.namespace();
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity) {
    return complete(activity, () -> null);
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity, @Nullable Object result) {
    return complete(activity, () -> services.encoder().result(activity, result));
  }

  private CompletableFuture<Void> complete(
      ActivityReference activity, Supplier<@Nullable Bytes> result) {
    return report(activity, () -> new EncodedOutcome.Completed(result.get()), Attempt::complete);
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, Throwable failure) {
    Objects.requireNonNull(failure, "failure");
    return report(
        activity,
        () -> new EncodedOutcome.Failed(services.encoder().failure(activity, failure)),
        Attempt::fail);
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, ActivityFailure failure) {
    Objects.requireNonNull(failure, "failure");
    return report(
        activity,
        () -> new EncodedOutcome.Failed(services.encoder().failure(activity, failure)),
        Attempt::fail);
  }

  @Override
  public CompletableFuture<Void> reportCancellation(
      ActivityReference activity, @Nullable Object... details) {
    return report(
        activity,
        () ->
            new EncodedOutcome.Canceled(
                services.encoder().details(activity, Arrays.asList(details))),
        Attempt::reportCancellation);
  }

  @Override
  public CompletableFuture<Void> heartbeat(
      ActivityReference activity, @Nullable Object... details) {
    return refusing(
        activity,
        () -> {
          Bytes encoded = services.encoder().details(activity, Arrays.asList(details));
          Optional<Attempt> managed = manager.find(activity);
          return managed.isPresent()
              ? managed.get().heartbeatNow(encoded)
              : heartbeatDirectly(activity, encoded);
        });
  }

  private CompletableFuture<Void> heartbeatDirectly(
      ActivityReference activity, @Nullable Bytes details) {
    return directly(
        activity,
        false,
        reference -> server.heartbeat(reference, details, ActivityServer.LONGEST_TRY),
        (answer, done) -> services.settle(done, null, stopAskedFor(answer)));
  }

  private static @Nullable Throwable stopAskedFor(Answer.Acknowledged answer) {
    if (answer.cancelRequested()) {
      return stop(StopRequest.Kind.CANCELLED, "the workflow asked to cancel the activity");
    }
    if (answer.reset()) {
      return stop(StopRequest.Kind.RESET, "an operator reset the activity");
    }
    return answer.paused()
        ? stop(StopRequest.Kind.PAUSED, "an operator paused the activity")
        : null;
  }

  private static Throwable stop(StopRequest.Kind kind, String reason) {
    return StopRequest.of(kind, reason).toException();
  }

  /** Encodes first: what cannot be sent must change nothing. */
  private <O extends EncodedOutcome> CompletableFuture<Void> report(
      ActivityReference activity, Supplier<O> encode, ManagedReport<O> byManager) {
    return refusing(
        activity,
        () -> {
          O outcome = encode.get();
          Optional<Attempt> managed = manager.find(activity);
          return managed.isPresent()
              ? byManager.report(managed.get(), outcome)
              : reportDirectly(activity, outcome);
        });
  }

  @FunctionalInterface
  private interface ManagedReport<O> {
    CompletableFuture<Void> report(Attempt attempt, O outcome);
  }

  private CompletableFuture<Void> reportDirectly(
      ActivityReference activity, EncodedOutcome outcome) {
    // By id there is no fencing: a second try of a failure or a cancellation could end the attempt
    // that follows. A completion ends the activity whichever attempt it hits.
    boolean onlyAfterProof =
        activity instanceof FullActivityId && !(outcome instanceof EncodedOutcome.Completed);
    return directly(
        activity,
        onlyAfterProof,
        reference -> server.report(reference, outcome, null),
        (answer, done) -> services.settle(done, null, null));
  }

  private CompletableFuture<Void> directly(
      ActivityReference activity,
      boolean onlyAfterProof,
      Function<ActivityReference, CompletableFuture<Answer>> oneTry,
      BiConsumer<Answer.Acknowledged, CompletableFuture<Void>> accepted) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    pinned(activity)
        .whenComplete(
            (pinned, failure) -> {
              if (failure != null) {
                services.settle(done, null, unpinned(activity, failure));
                return;
              }
              new DirectReport(
                      services,
                      () -> oneTry.apply(pinned),
                      onlyAfterProof,
                      answer -> accepted.accept(answer, done),
                      why -> services.settle(done, null, why))
                  .run();
            });
    return done;
  }

  // Without a run id each try would address whatever run is current at that moment.
  private CompletableFuture<ActivityReference> pinned(ActivityReference activity) {
    if (activity instanceof FullActivityId id && !id.isStandalone() && !id.hasRunId()) {
      return server.currentRun(id).thenApply(id::withRunId);
    }
    return CompletableFuture.completedFuture(activity);
  }

  private static ActivityCompletionException unpinned(
      ActivityReference activity, Throwable failure) {
    Answer answer = Statuses.answer(activity, failure);
    if (answer instanceof Answer.Refused refused) {
      return refused.why();
    }
    return ((Answer.TryAgain) answer).why();
  }

  private CompletableFuture<Void> refusing(
      ActivityReference activity, Supplier<CompletableFuture<Void>> call) {
    Objects.requireNonNull(activity, "activity");
    if (activity instanceof FullActivityId id && !id.namespace().equals(namespace())) {
      return CompletableFuture.failedFuture(otherNamespace(id));
    }
    try {
      return call.get();
    } catch (ActivityCompletionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ActivityCompletionException otherNamespace(FullActivityId id) {
    return new ActivityCompletionException(
        "activity "
            + id.digest()
            + " is in namespace \""
            + id.namespace()
            + "\", but this client reports to \""
            + namespace()
            + "\" alone; use a client of that namespace",
        id.digest(),
        null,
        null);
  }
}
