package dev.longhaul.testing.junit5;

import dev.longhaul.api.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Prints when the test says so. For one thread. */
final class Printer {
  private final List<Job> jobs = new ArrayList<>();
  private final List<String> stricken = new ArrayList<>();

  /** Pages that are printed together. */
  record Job(List<String> pages, CompletableFuture<List<Outcome<String>>> done) {}

  CompletableFuture<List<Outcome<String>>> print(List<String> pages) {
    Job job = new Job(pages, new CompletableFuture<>());
    jobs.add(job);
    return job.done;
  }

  void strike(String page) {
    stricken.add(page);
  }

  List<Job> jobs() {
    return jobs;
  }

  List<String> stricken() {
    return stricken;
  }
}
