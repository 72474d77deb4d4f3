package dev.longhaul.samples.quickstart.archive;

/** The work ended early because its job was deleted. */
final class JobStoppedException extends Exception {
  JobStoppedException() {
    super("the job was deleted");
  }
}
