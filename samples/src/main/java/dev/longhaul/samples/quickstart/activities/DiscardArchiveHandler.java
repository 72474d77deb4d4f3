package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.workflow.ArchiveActivities;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Has an archive deleted that nobody wants: it is done when the returned stage is. */
@AsyncActivityHandler(
    activityType = "DiscardArchive",
    contract = ArchiveActivities.class,
    taskQueue = "archive")
final class DiscardArchiveHandler {
  private final ArchiveClient archives;

  @Inject
  DiscardArchiveHandler(ArchiveClient archives) {
    this.archives = archives;
  }

  @OnStart
  CompletionStage<Void> start(Archive archive) {
    return archives.delete(archive.job());
  }
}
