package dev.longhaul.api.options;

/** Whether Temporal routes tasks by the version of a worker deployment. */
public enum VersioningMode {
  /** The version is told, and has no effect on which tasks come. */
  UNVERSIONED,
  /** Only tasks for this version come. */
  VERSIONED
}
