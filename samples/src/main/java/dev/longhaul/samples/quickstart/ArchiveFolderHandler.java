package dev.longhaul.samples.quickstart;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnHeartbeat;
import dev.longhaul.api.OnStart;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.archive.ArchiveProgress;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Has a folder archived by the archive service. No thread waits while the service works. */
@AsyncActivityHandler(
    activityType = "ArchiveFolder",
    taskQueue = "archive",
    heartbeatInterval = "1s")
final class ArchiveFolderHandler {
  private final ArchiveClient archives;
  private CompletableFuture<String> job; // one handler instance per attempt

  @Inject
  ArchiveFolderHandler(ArchiveClient archives) {
    this.archives = archives;
  }

  @OnStart
  CompletionStage<Archive> start(ArchiveRequest request, ActivityContext context) {
    job = archives.submit(request, context.idempotencyKey());
    return job.thenCompose(archives::archive);
  }

  @OnHeartbeat
  CompletionStage<ArchiveProgress> progress() {
    return job.thenCompose(archives::progress);
  }

  @OnCancel
  CompletionStage<Void> cancel() {
    return job.thenCompose(archives::delete);
  }
}
