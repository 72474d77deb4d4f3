package dev.longhaul.samples.quickstart.workflow;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import io.temporal.activity.ActivityInterface;

/**
 * The activities as the workflow calls them; Temporal knows them as {@code ArchiveFolder}, {@code
 * ApproveArchive}, {@code PublishReport} and {@code DiscardArchive}.
 */
@ActivityInterface
public interface ArchiveActivities {
  /** Has an archive made of a folder. */
  Archive archiveFolder(ArchiveRequest request);

  /** Has a person look at the archive. */
  Decision approveArchive(Archive archive);

  /**
   * Checks the archive and writes a page about it.
   *
   * @return the page's path
   */
  String publishReport(Archive archive, Decision decision);

  /** Has the archive deleted. */
  void discardArchive(Archive archive);
}
