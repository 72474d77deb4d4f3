package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityStoppedException;
import dev.longhaul.api.intercept.ActivityCall;
import dev.longhaul.api.intercept.CallInterceptor;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls with interceptors around them. Thread-safe. */
final class Interception implements CallInterceptor.Next {
  private static final Logger LOG = LoggerFactory.getLogger(Interception.class);

  private final CallInterceptor.Next outermost;

  private Interception(CallInterceptor.Next outermost) {
    this.outermost = outermost;
  }

  /** The first interceptor becomes the outermost one. */
  static CallInterceptor.Next around(
      List<CallInterceptor> interceptors, CallInterceptor.Next innermost) {
    CallInterceptor.Next next = innermost;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      next = new Link(interceptors.get(i), next);
    }
    return interceptors.isEmpty() ? next : new Interception(next);
  }

  // The caller gets a future of its own: what it does to it is not to be seen by interceptors, and
  // it fails with what the api names, whatever interceptors made of it.
  @Override
  public CompletableFuture<Void> proceed(ActivityCall call) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    outermost
        .proceed(call)
        .whenComplete(
            (nothing, failure) -> {
              if (failure == null) {
                done.complete(null);
              } else {
                done.completeExceptionally(typed(call, failure));
              }
            });
    return done;
  }

  private static Throwable typed(ActivityCall call, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ActivityCompletionException || cause instanceof ActivityStoppedException
        ? cause
        : new ActivityCompletionException(
            "an interceptor answered the call to "
                + call
                + " with a failure of its own, so whether it was made is not known here; see the"
                + " cause",
            call.activity().digest(),
            null,
            cause,
            true);
  }

  /** An interceptor with what comes after it. */
  private record Link(CallInterceptor interceptor, CallInterceptor.Next next)
      implements CallInterceptor.Next {

    @Override
    public CompletableFuture<Void> proceed(ActivityCall call) {
      Passage passage = new Passage(next);
      try {
        return Objects.requireNonNull(
            interceptor.intercept(call, passage), "an interceptor must answer with a future");
      } catch (RuntimeException e) {
        return thrown(call, passage.underWay, e);
      }
    }

    private CompletableFuture<Void> thrown(
        ActivityCall call, @Nullable CompletableFuture<Void> underWay, RuntimeException e) {
      if (underWay == null) {
        return CompletableFuture.failedFuture(refusal(call, e));
      }
      LOG.warn("the interceptor {} threw after it let the call to {} proceed", name(), call, e);
      return underWay;
    }

    private RuntimeException refusal(ActivityCall call, RuntimeException e) {
      return e instanceof ActivityCompletionException || e instanceof ActivityStoppedException
          ? e
          : new ActivityCompletionException(
              "the interceptor "
                  + name()
                  + " threw before it let the call to "
                  + call
                  + " proceed, so nothing was sent; see the cause",
              call.activity().digest(),
              null,
              e);
    }

    private String name() {
      return interceptor.getClass().getName();
    }
  }

  /** Remembers the call that an interceptor made, in case that it throws afterwards. */
  private static final class Passage implements CallInterceptor.Next {
    private final CallInterceptor.Next next;

    // An interceptor may let the call proceed on another thread and throw on this one.
    private volatile @Nullable CompletableFuture<Void> underWay;

    Passage(CallInterceptor.Next next) {
      this.next = next;
    }

    @Override
    public CompletableFuture<Void> proceed(ActivityCall call) {
      CompletableFuture<Void> answer = next.proceed(call);
      underWay = answer;
      return answer;
    }
  }
}
