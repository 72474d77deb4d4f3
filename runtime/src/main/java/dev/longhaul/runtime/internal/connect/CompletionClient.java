package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Services;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The client: to the manager if it looks after the activity, otherwise to the server. */
final class CompletionClient implements AsyncCompletionClient {
  private final String namespace;
  private final Retries retries;
  private final ActivityManager manager;
  private final Services services;

  CompletionClient(String namespace, Retries retries, ActivityManager manager, Services services) {
    this.namespace = namespace;
    this.retries = retries;
    this.manager = manager;
    this.services = services;
  }

  @Override
  public String namespace() {
    return namespace;
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
              : directly(activity, Report.heartbeat(encoded));
        });
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
              : directly(activity, Report.of(outcome, null));
        });
  }

  @FunctionalInterface
  private interface ManagedReport<O> {
    CompletableFuture<Void> report(Attempt attempt, O outcome);
  }

  private CompletableFuture<Void> directly(ActivityReference activity, Report report) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new DirectCall(
            retries,
            activity,
            report,
            acknowledged -> services.settle(done, null, stopAskedFor(acknowledged)),
            why -> services.settle(done, null, why))
        .start();
    return done;
  }

  private CompletableFuture<Void> refusing(
      ActivityReference activity, Supplier<CompletableFuture<Void>> call) {
    Objects.requireNonNull(activity, "activity");
    if (activity instanceof FullActivityId id && !id.namespace().equals(namespace)) {
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
            + namespace
            + "\" alone; use a client of that namespace",
        id.digest(),
        null,
        null);
  }
}
