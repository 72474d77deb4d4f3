package dev.longhaul.samples.quickstart.report;

import dev.longhaul.samples.quickstart.activities.Publisher;
import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.story.WorkflowWatch;
import dev.longhaul.samples.quickstart.workflow.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Writes one HTML page next to the archive, with nothing to load from elsewhere: what was archived,
 * and what Temporal knows of how it went. Thread-safe.
 */
public final class ReportPublisher implements Publisher {
  private final String workflowId;
  private final CompletableFuture<WorkflowWatch> watch = new CompletableFuture<>();

  public ReportPublisher(String workflowId) {
    this.workflowId = workflowId;
  }

  /** Who knows what has happened; {@link #publish} waits for that. */
  public void watch(WorkflowWatch theWatch) {
    watch.complete(theWatch);
  }

  @Override
  public Path publish(Archive archive, Decision decision) throws IOException {
    ReportView view =
        ReportView.of(workflowId, archive, decision, watch.join().look(), Instant.now());
    Path zip = Path.of(archive.path());
    Path page = zip.resolveSibling(String.valueOf(zip.getFileName()).replace(".zip", ".html"));
    Path part = page.resolveSibling(page.getFileName() + ".part");
    Files.writeString(part, ReportPage.html(view));
    return Files.move(part, page, StandardCopyOption.REPLACE_EXISTING);
  }
}
