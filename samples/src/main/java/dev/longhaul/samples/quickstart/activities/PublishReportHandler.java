package dev.longhaul.samples.quickstart.activities;

import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.workflow.ArchiveActivities;
import dev.longhaul.samples.quickstart.workflow.Decision;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Checks the archive and writes the report. It reads a whole file and writes another, so it blocks:
 * it has a thread of its own, and is done when it returns.
 */
@AsyncActivityHandler(
    activityType = "PublishReport",
    contract = ArchiveActivities.class,
    taskQueue = "archive")
final class PublishReportHandler {
  private final Publisher publisher;

  @Inject
  PublishReportHandler(Publisher publisher) {
    this.publisher = publisher;
  }

  @OnStart
  String start(Archive archive, Decision decision, ActivityContext activity) throws IOException {
    String sha256 = Checksum.sha256(Path.of(archive.path()), activity::throwIfStopped);
    if (!sha256.equals(archive.sha256())) {
      throw ActivityFailure.ofType("ChecksumMismatch")
          .message(
              "%s was changed: its SHA-256 is %s, but was %s when it was archived"
                  .formatted(archive.path(), sha256, archive.sha256()))
          .nonRetryable()
          .toException();
    }
    return publisher.publish(archive, decision).toString();
  }
}
