package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PolledJobService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A service whose jobs are as a test says. It knows idempotency keys, and answers at once unless
 * the test holds an answer back.
 */
final class FakeJobs implements PolledJobService<String, String> {
  /** What was asked, in order; polls apart. */
  final List<String> calls = new ArrayList<>();

  /** By idempotency key. */
  final Map<String, String> jobs = new HashMap<>();

  int polls;
  private final Map<String, JobStatus> statuses = new HashMap<>();
  private final Map<String, Queue<CompletableFuture<Void>>> held = new HashMap<>();

  /**
   * Holds back the answers of one call after the other: until the stage completes, or as it fails.
   */
  CompletableFuture<Void> hold(String call) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    held.computeIfAbsent(call, name -> new ArrayDeque<>()).add(answer);
    return answer;
  }

  /** The next call of this name fails. */
  void fail(String call) {
    hold(call).completeExceptionally(new Unavailable(call));
  }

  void becomes(String job, JobStatus status) {
    statuses.put(job, status);
  }

  @Override
  public CompletableFuture<String> submit(String request, String key) {
    calls.add("submit " + request);
    String job = jobs.computeIfAbsent(key, unknown -> "job-" + (jobs.size() + 1));
    return answer("submit", () -> job);
  }

  @Override
  public CompletableFuture<JobStatus> status(String job) {
    polls++;
    return answer("status", () -> statuses.getOrDefault(job, JobStatus.running("at work")));
  }

  @Override
  public CompletableFuture<String> collect(String job) {
    calls.add("collect " + job);
    return answer("collect", () -> "result of " + job);
  }

  @Override
  public CompletableFuture<?> cancel(String job) {
    calls.add("cancel " + job);
    return answer("cancel", () -> job);
  }

  private <T> CompletableFuture<T> answer(String call, Supplier<T> value) {
    Queue<CompletableFuture<Void>> answers = held.getOrDefault(call, new ArrayDeque<>());
    return answers.isEmpty()
        ? CompletableFuture.completedFuture(value.get())
        : answers.remove().thenApply(released -> value.get());
  }

  /** The service could not be reached. */
  static final class Unavailable extends RuntimeException {
    Unavailable(String call) {
      super(call + " was not answered");
    }
  }
}
