package dev.longhaul.testing.junit5;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An outside service, as a fake that a test controls. Thread-safe. */
class RenderFarm {
  private final List<Job> jobs = new ArrayList<>();

  /** A job of the farm. */
  static final class Job {
    final String key;
    final CompletableFuture<String> done = new CompletableFuture<>();
    volatile int percent;
    volatile boolean aborted;

    private Job(String key) {
      this.key = key;
    }
  }

  /** The job with this key, begun if it is not there. */
  synchronized Job submit(String key) {
    for (Job job : jobs) {
      if (job.key.equals(key)) {
        return job;
      }
    }
    jobs.add(new Job(key));
    return jobs.get(jobs.size() - 1);
  }

  synchronized List<Job> jobs() {
    return List.copyOf(jobs);
  }
}
