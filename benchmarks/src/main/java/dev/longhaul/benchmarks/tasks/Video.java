package dev.longhaul.benchmarks.tasks;

/** What each activity gets and returns. Immutable. */
public record Video(String file, long framesDone, long frames) {

  /** All frames are done. */
  Video done() {
    return new Video(file, frames, frames);
  }
}
