package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityFailureException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.BlockingCompletionClient;
import dev.longhaul.api.intercept.ActivityCall;
import dev.longhaul.api.intercept.CallInterceptor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The client: what is said to it, as calls that go through the interceptors to their sender. */
final class CompletionClient implements AsyncCompletionClient {
  private static final StackTraceElement[] NO_STACK_TRACE = {};

  private final CallSender sender;
  private final List<CallInterceptor> interceptors;
  private final CallInterceptor.Next calls;

  CompletionClient(CallSender sender, List<CallInterceptor> interceptors) {
    this.sender = sender;
    this.interceptors = interceptors;
    this.calls = Interception.around(interceptors, sender);
  }

  @Override
  public String namespace() {
    return sender.namespace();
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity) {
    return calls.proceed(new ActivityCall.Complete(activity, List.of()));
  }

  @Override
  public CompletableFuture<Void> complete(ActivityReference activity, @Nullable Object result) {
    return calls.proceed(new ActivityCall.Complete(activity, Collections.singletonList(result)));
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, Throwable failure) {
    return calls.proceed(new ActivityCall.Fail(activity, failure));
  }

  @Override
  public CompletableFuture<Void> fail(ActivityReference activity, ActivityFailure failure) {
    ActivityFailureException thrown = failure.toException();
    // Nobody threw it: a stack trace would show this client.
    thrown.setStackTrace(NO_STACK_TRACE);
    return fail(activity, thrown);
  }

  @Override
  public CompletableFuture<Void> reportCancellation(
      ActivityReference activity, @Nullable Object... details) {
    return calls.proceed(new ActivityCall.ReportCancellation(activity, Arrays.asList(details)));
  }

  @Override
  public CompletableFuture<Void> heartbeat(
      ActivityReference activity, @Nullable Object... details) {
    return calls.proceed(new ActivityCall.Heartbeat(activity, Arrays.asList(details)));
  }

  @Override
  public AsyncCompletionClient within(Duration totalTimeout) {
    return new CompletionClient(sender.within(totalTimeout), interceptors);
  }

  // Where nobody but the waiting thread sees the future, the answer need not change threads.
  @Override
  public BlockingCompletionClient blocking() {
    return new BlockingClient(
        interceptors.isEmpty()
            ? new CompletionClient(sender.settlingOn(Runnable::run), interceptors)
            : this);
  }
}
