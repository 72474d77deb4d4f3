package dev.longhaul.functional;

import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PolledJobService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An outside service of tests. It knows idempotency keys; its jobs are as a test says. */
final class Archive implements PolledJobService<String, String> {
  private final Map<String, String> jobsByKey = new ConcurrentHashMap<>();
  final Map<String, JobStatus> jobs = new ConcurrentHashMap<>();
  final AtomicInteger submissions = new AtomicInteger();
  final AtomicInteger polls = new AtomicInteger();

  /** What a handler asked for the job; {@code null} before. */
  volatile String lastRequest;

  @Override
  public CompletionStage<String> submit(String request, String idempotencyKey) {
    lastRequest = request;
    submissions.incrementAndGet();
    return CompletableFuture.supplyAsync(
        () ->
            jobsByKey.computeIfAbsent(
                idempotencyKey,
                unknown -> {
                  String job = "job-" + (jobsByKey.size() + 1);
                  jobs.put(job, JobStatus.running("at work"));
                  return job;
                }));
  }

  @Override
  public CompletionStage<JobStatus> status(String job) {
    polls.incrementAndGet();
    return CompletableFuture.supplyAsync(() -> jobs.getOrDefault(job, JobStatus.vanished()));
  }

  @Override
  public CompletionStage<String> collect(String job) {
    return CompletableFuture.supplyAsync(() -> "result of " + job);
  }

  @Override
  public CompletionStage<?> cancel(String job) {
    return CompletableFuture.runAsync(() -> jobs.put(job, JobStatus.cancelled()));
  }
}
