package dev.longhaul.api.external;

import dev.longhaul.api.ActivityContext;
import org.jspecify.annotations.Nullable;

/** The job of one attempt, of which nothing is heard but its callback, which goes elsewhere. */
final class CalledBackAttempt<Q, R extends @Nullable Object> extends JobAttempt<Q, R> {

  CalledBackAttempt(JobService<Q> service, Q request, ActivityContext context) {
    super(service, request, context);
  }

  @Override
  void watch(boolean isNew) {}

  @Override
  void cancelAnswered(@Nullable Throwable refusal) {
    if (refusal == null) {
      confirmCancellation();
    } else {
      fail(refusal);
    }
  }

  @Override
  boolean resultIsOnItsWay() {
    return false;
  }
}
