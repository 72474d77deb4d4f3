package dev.longhaul.samples.quickstart.archive;

/** Where a job is. */
public enum JobState {
  /** It waits for a worker, or is being worked on. */
  RUNNING,
  /** Its archive is there. */
  COMPLETED,
  /** It could not be done. */
  FAILED,
  /** Somebody deleted it before it was done. */
  DELETED
}
