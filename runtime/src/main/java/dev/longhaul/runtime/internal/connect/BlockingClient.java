package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.BlockingCompletionClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for the answers of a client. */
record BlockingClient(AsyncCompletionClient client) implements BlockingCompletionClient {

  @Override
  public void complete(ActivityReference activity) {
    await(activity, client.complete(activity));
  }

  @Override
  public void complete(ActivityReference activity, @Nullable Object result) {
    await(activity, client.complete(activity, result));
  }

  @Override
  public void fail(ActivityReference activity, Throwable failure) {
    await(activity, client.fail(activity, failure));
  }

  @Override
  public void fail(ActivityReference activity, ActivityFailure failure) {
    await(activity, client.fail(activity, failure));
  }

  @Override
  public void reportCancellation(ActivityReference activity, @Nullable Object... details) {
    await(activity, client.reportCancellation(activity, details));
  }

  @Override
  public void heartbeat(ActivityReference activity, @Nullable Object... details) {
    await(activity, client.heartbeat(activity, details));
  }

  private static void await(ActivityReference activity, CompletableFuture<Void> answer) {
    try {
      answer.get();
    } catch (ExecutionException e) {
      throw thrownHere(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ActivityCompletionException(
          "the thread that waited for the answer about activity "
              + activity.digest()
              + " was interrupted; the call goes on without it, and may have been applied: look at"
              + " the activity before reporting again",
          activity.digest(),
          null,
          e,
          true);
    }
  }

  private static RuntimeException thrownHere(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException failure) {
      // The trace of whoever waits says more than that of a network thread.
      failure.fillInStackTrace();
      return failure;
    }
    throw new IllegalStateException("a client's future failed with what it never fails with", e);
  }
}
