package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.StopRequest;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import dev.longhaul.samples.quickstart.callback.CallbackAddress;
import dev.longhaul.samples.quickstart.workflow.ArchiveActivities;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Has a folder archived by the archive service, which calls back when it is done. Nothing here
 * waits for that: the callback completes the activity, whichever process it reaches.
 */
@AsyncActivityHandler(
    activityType = "ArchiveFolder",
    contract = ArchiveActivities.class, // the signature is checked at compile time
    taskQueue = "archive",
    heartbeatInterval = "1s")
final class ArchiveFolderHandler {
  private final ArchiveClient archives;
  private final CallbackAddress callback;
  private CompletableFuture<String> job; // one handler instance per attempt

  @Inject
  ArchiveFolderHandler(ArchiveClient archives, CallbackAddress callback) {
    this.archives = archives;
    this.callback = callback;
  }

  @OnStart
  void start(ArchiveRequest request, PendingActivity<Archive> activity) {
    job =
        activity
            .lastHeartbeatDetails(ArchiveProgress.class) // of an attempt that died
            .map(last -> resume(last.job(), request, activity))
            .orElseGet(() -> submit(request, activity))
            .whenComplete(
                (id, failure) -> {
                  if (failure != null) {
                    activity.fail(failure);
                  }
                });
  }

  @OnHeartbeat
  CompletionStage<ArchiveProgress> progress() {
    return job.thenCompose(archives::progress);
  }

  @OnCancel
  CompletionStage<Void> cancel(StopRequest why, PendingActivity<Archive> activity) {
    return why.kind() == StopRequest.Kind.CANCELLED
        ? job.thenCompose(archives::delete).thenCompose(gone -> activity.reportCancellation())
        : CompletableFuture.completedStage(null); // the next attempt goes on with the job
  }

  private CompletableFuture<String> resume(
      String lastJob, ArchiveRequest request, PendingActivity<Archive> activity) {
    return archives.find(lastJob).exceptionallyCompose(gone -> submit(request, activity));
  }

  private CompletableFuture<String> submit(
      ArchiveRequest request, PendingActivity<Archive> activity) {
    return archives.submit(
        request.callingBack(callback.of(activity.fullActivityId())), activity.idempotencyKey());
  }
}
