package dev.longhaul.samples.quickstart.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The jobs of the service, by id and by idempotency key, and the workers. Thread-safe. */
final class Jobs implements AutoCloseable {
  static final int WORKERS = 2;
  private static final int WAITING = 100;

  private final Path output;
  private final Duration leastTime;
  private final Map<String, Job> byKey = new HashMap<>();
  private final ThreadPoolExecutor workers =
      new ThreadPoolExecutor(
          WORKERS,
          WORKERS,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          DaemonThreads.named("archive-worker"));

  Jobs(Path output, Duration leastTime) {
    this.output = output;
    this.leastTime = leastTime;
  }

  /**
   * A job and whether the submission made it.
   *
   * @param isNew false if the key had been used before
   */
  record Submission(Job job, boolean isNew) {}

  /**
   * Makes a job, or finds the one that the same key made before. A failed job is made anew: whoever
   * asks again wants it tried again.
   */
  Submission submit(String key, ArchiveRequest request) {
    Job known = alive(key);
    // Looks through the folder outside the lock.
    return known != null
        ? again(known, request)
        : add(key, new Job(request, SourceFolder.find(request, output), output, leastTime));
  }

  synchronized Job get(String id) {
    return byKey.values().stream()
        .filter(job -> job.id().equals(id))
        .findAny()
        .orElseThrow(() -> HttpProblem.notFound("there is no job " + id));
  }

  synchronized List<JobStatus> statuses() {
    return byKey.values().stream().map(Job::status).toList();
  }

  /** Forgets the job at once; completes when its work has ended and its files are gone. */
  CompletableFuture<Void> delete(String id) {
    return remove(id).delete();
  }

  /** Ends all work and deletes what is unfinished; waits for it. */
  @Override
  public void close() {
    all().stream()
        .filter(job -> job.status().state() == JobState.RUNNING)
        .map(Job::delete)
        .toList()
        .forEach(CompletableFuture::join);
    workers.shutdownNow();
  }

  private synchronized @Nullable Job alive(String key) {
    Job job = byKey.get(key);
    return job == null || job.status().state() == JobState.FAILED ? null : job;
  }

  private synchronized Submission add(String key, Job job) {
    Job known = alive(key);
    if (known != null) { // Two submissions with one key came at the same time.
      return again(known, job.request());
    }
    try {
      workers.execute(job);
    } catch (RejectedExecutionException e) {
      throw HttpProblem.busy();
    }
    byKey.put(key, job);
    return new Submission(job, true);
  }

  private static Submission again(Job known, ArchiveRequest request) {
    if (!known.request().equals(request)) {
      throw HttpProblem.keyInUse();
    }
    return new Submission(known, false);
  }

  private synchronized Job remove(String id) {
    Job job = get(id);
    byKey.values().remove(job);
    return job;
  }

  private synchronized List<Job> all() {
    return List.copyOf(byKey.values());
  }
}
