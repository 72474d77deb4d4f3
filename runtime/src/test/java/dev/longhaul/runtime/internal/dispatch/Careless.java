package dev.longhaul.runtime.internal.dispatch;

import dev.longhaul.api.external.JobStatus;
import dev.longhaul.api.external.PolledJobService;
import java.util.concurrent.CompletionStage;

/** A client whose author forgot about stages. */
@SuppressWarnings("NullAway")
class Careless implements PolledJobService<String, String> {
  @Override
  public CompletionStage<String> submit(String request, String key) {
    return null;
  }

  @Override
  public CompletionStage<JobStatus> status(String job) {
    return null;
  }

  @Override
  public CompletionStage<String> collect(String job) {
    return null;
  }

  @Override
  public CompletionStage<?> cancel(String job) {
    return null;
  }
}
