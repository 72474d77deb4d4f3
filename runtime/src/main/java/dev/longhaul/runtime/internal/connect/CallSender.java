package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.StopRequest;
import dev.longhaul.api.intercept.ActivityCall;
import dev.longhaul.api.intercept.CallInterceptor;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.Attempt;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import dev.longhaul.runtime.internal.manage.Encoder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: encodes what goes with them, which must change nothing if it fails, and gives them
 * to the manager if it looks after the activity, otherwise to the server. Thread-safe.
 *
 * @param namespace the only one whose activities it reports on
 * @param settling where futures of direct calls complete, and what depends on them runs
 */
record CallSender(
    String namespace, Encoder encoder, ActivityManager manager, Retries retries, Executor settling)
    implements CallInterceptor.Next {

  CallSender within(Duration totalTimeout) {
    return new CallSender(namespace, encoder, manager, retries.within(totalTimeout), settling);
  }

  CallSender settlingOn(Executor newSettling) {
    return new CallSender(namespace, encoder, manager, retries, newSettling);
  }

  @Override
  public CompletableFuture<Void> proceed(ActivityCall call) {
    if (call.activity() instanceof FullActivityId id && !id.namespace().equals(namespace)) {
      return CompletableFuture.failedFuture(otherNamespace(id));
    }
    try {
      return send(call);
    } catch (ActivityCompletionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletableFuture<Void> send(ActivityCall call) {
    if (call instanceof ActivityCall.Complete complete) {
      return complete(complete);
    }
    if (call instanceof ActivityCall.Fail fail) {
      return fail(fail);
    }
    return call instanceof ActivityCall.ReportCancellation cancellation
        ? reportCancellation(cancellation)
        : heartbeat((ActivityCall.Heartbeat) call);
  }

  private CompletableFuture<Void> complete(ActivityCall.Complete call) {
    ActivityReference activity = call.activity();
    EncodedOutcome.Completed outcome =
        new EncodedOutcome.Completed(
            call.values().isEmpty() ? null : encoder.result(activity, call.values().get(0)));
    return route(activity, attempt -> attempt.complete(outcome), Report.of(outcome, null));
  }

  private CompletableFuture<Void> fail(ActivityCall.Fail call) {
    ActivityReference activity = call.activity();
    EncodedOutcome.Failed outcome =
        new EncodedOutcome.Failed(encoder.failure(activity, call.failure()));
    Bytes lastDetails = encoder.lastDetails(activity, call.failure());
    return route(
        activity,
        attempt -> {
          attempt.record(lastDetails);
          return attempt.fail(outcome);
        },
        Report.of(outcome, lastDetails));
  }

  private CompletableFuture<Void> reportCancellation(ActivityCall.ReportCancellation call) {
    EncodedOutcome.Canceled outcome =
        new EncodedOutcome.Canceled(encoder.details(call.activity(), call.values()));
    return route(
        call.activity(), attempt -> attempt.reportCancellation(outcome), Report.of(outcome, null));
  }

  private CompletableFuture<Void> heartbeat(ActivityCall.Heartbeat call) {
    Bytes details = encoder.details(call.activity(), call.values());
    return route(
        call.activity(), attempt -> attempt.heartbeatNow(details), Report.heartbeat(details));
  }

  private CompletableFuture<Void> route(
      ActivityReference activity,
      Function<Attempt, CompletableFuture<Void>> managed,
      Report report) {
    Optional<Attempt> attempt = manager.find(activity);
    return attempt.isPresent() ? managed.apply(attempt.get()) : directly(activity, report);
  }

  private CompletableFuture<Void> directly(ActivityReference activity, Report report) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    new DirectCall(
            retries,
            activity,
            report,
            acknowledged -> settle(done, stopAskedFor(acknowledged)),
            why -> settle(done, why))
        .start();
    return done;
  }

  // What depends on a future is user code.
  private void settle(CompletableFuture<Void> done, @Nullable Throwable failure) {
    Runnable settle =
        failure == null ? () -> done.complete(null) : () -> done.completeExceptionally(failure);
    try {
      settling.execute(settle);
    } catch (RejectedExecutionException e) {
      settle.run(); // closing: better on this thread than never
    }
  }

  private static @Nullable Throwable stopAskedFor(Answer.Acknowledged answer) {
    Set<StopRequest.Kind> kinds = EnumSet.noneOf(StopRequest.Kind.class);
    if (answer.cancelRequested()) {
      kinds.add(StopRequest.Kind.CANCELLED);
    }
    if (answer.reset()) {
      kinds.add(StopRequest.Kind.RESET);
    }
    if (answer.paused()) {
      kinds.add(StopRequest.Kind.PAUSED);
    }
    return kinds.isEmpty() ? null : StopRequest.of(kinds, reason(kinds)).toException();
  }

  private static String reason(Set<StopRequest.Kind> kinds) {
    if (kinds.contains(StopRequest.Kind.CANCELLED)) {
      return "the workflow asked to cancel the activity";
    }
    return kinds.contains(StopRequest.Kind.RESET)
        ? "an operator reset the activity"
        : "an operator paused the activity";
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
