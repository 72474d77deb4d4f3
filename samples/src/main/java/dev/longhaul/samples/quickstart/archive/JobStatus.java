package dev.longhaul.samples.quickstart.archive;

import org.jspecify.annotations.Nullable;

/**
 * What the service says about a job.
 *
 * @param archive once it is {@link JobState#COMPLETED}
 * @param error once it is {@link JobState#FAILED}
 */
public record JobStatus(
    String id,
    JobState state,
    ArchiveProgress progress,
    @Nullable Archive archive,
    @Nullable String error) {}
