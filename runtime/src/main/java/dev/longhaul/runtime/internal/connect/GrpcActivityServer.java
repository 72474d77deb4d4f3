package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Answer;
import dev.longhaul.runtime.internal.manage.EncodedOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The manager's server over gRPC. Thread-safe. */
final class GrpcActivityServer implements ActivityServer {
  private final Tries tries;

  GrpcActivityServer(Tries tries) {
    this.tries = tries;
  }

  @Override
  public CompletableFuture<Answer> heartbeat(
      ActivityReference activity, @Nullable Bytes details, Duration limit) {
    return send(Report.heartbeat(details), activity, limit);
  }

  @Override
  public CompletableFuture<Answer> report(
      ActivityReference activity, EncodedOutcome outcome, @Nullable Bytes lastDetails) {
    return send(Report.of(outcome, lastDetails), activity, LONGEST_TRY);
  }

  private CompletableFuture<Answer> send(
      Report report, ActivityReference activity, Duration limit) {
    return tries
        .send(report, activity, limit)
        .handle(
            (acknowledged, failure) ->
                failure == null
                    ? acknowledged
                    : new ServerErrors(report.method(), activity).answer(failure));
  }

  @Override
  public CompletableFuture<Standing> look(FullActivityId id) {
    return tries
        .look(id, LONGEST_TRY)
        .handle(
            (sighting, failure) ->
                failure == null
                    ? standing(sighting)
                    : standingAfter(RpcFailure.of(failure), id.isStandalone()));
  }

  @Override
  public CompletableFuture<Boolean> wasReported(FullActivityId id) {
    return tries.history(id).wasReported();
  }

  private static Standing standing(Sighting sighting) {
    return sighting.runIsOpen()
        ? sighting
            .attempt()
            .<Standing>map(attempt -> new Standing.Pending(attempt.number()))
            .orElseGet(Standing.NotPending::new)
        : new Standing.WorkflowClosed();
  }

  private static Standing standingAfter(RpcFailure failure, boolean standalone) {
    return switch (failure.code()) {
      case NOT_FOUND -> standalone ? new Standing.NotPending() : new Standing.WorkflowClosed();
      // Where it cannot be asked about, the refusal that led here is all there is to learn.
      case UNIMPLEMENTED -> standalone ? new Standing.NotPending() : new Standing.Unknown();
      default -> new Standing.Unknown();
    };
  }
}
