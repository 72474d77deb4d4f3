package dev.longhaul.samples.quickstart.archive;

/**
 * How far a job is.
 *
 * @param job the job's id in the archive service
 */
public record ArchiveProgress(
    String job, int filesDone, int filesTotal, long bytesDone, long bytesTotal) {}
