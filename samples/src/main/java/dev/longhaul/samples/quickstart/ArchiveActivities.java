package dev.longhaul.samples.quickstart;

import dev.longhaul.samples.quickstart.archive.Archive;
import dev.longhaul.samples.quickstart.archive.ArchiveRequest;
import io.temporal.activity.ActivityInterface;

/** The activities as the workflow calls them; Temporal knows this one as {@code ArchiveFolder}. */
@ActivityInterface
public interface ArchiveActivities {
  Archive archiveFolder(ArchiveRequest request);
}
