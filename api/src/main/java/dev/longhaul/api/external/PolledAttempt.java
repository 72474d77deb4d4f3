package dev.longhaul.api.external;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The job of one attempt, which is asked now and then how far it is. */
final class PolledAttempt<Q, R extends @Nullable Object> extends JobAttempt<Q, R> {
  private static final Duration WHILE_CANCELLING = Duration.ofSeconds(1); // at most

  private final PolledJobService<Q, R> service;
  private final PollOptions options;

  // Only the latest look and the latest poll count: those before them are of a job, or of a time,
  // that no longer matters.
  private int look;
  private int poll;
  private boolean pollIsOpen;
  private int unanswered;
  private boolean collecting;
  private boolean submittedAgain;
  private boolean cancelAnswered;
  private @Nullable Throwable cancelRefusal;

  PolledAttempt(
      PolledJobService<Q, R> service, PollOptions options, Q request, ActivityContext context) {
    super(service, request, context);
    this.service = service;
    this.options = options;
  }

  @Override
  void watch(boolean isNew) {
    unanswered = 0;
    if (isNew) {
      lookAfter(options.interval());
    } else {
      look(); // it may have ended long ago
    }
  }

  private void lookAfter(Duration time) {
    int scheduled = ++look;
    Runnable step =
        () -> {
          if (scheduled == look) {
            look();
          }
        };
    context().after(time).thenRun(() -> steps().run(step));
  }

  private void look() {
    if (isOver() || collecting) {
      return;
    }
    if (pollIsOpen) {
      unanswered(new TimeoutException("the service has not answered within " + options.interval()));
    } else {
      poll();
    }
    lookAfter(
        cancelAnswered && options.interval().compareTo(WHILE_CANCELLING) > 0
            ? WHILE_CANCELLING
            : options.interval());
  }

  private void poll() {
    int sent = ++poll;
    pollIsOpen = true;
    steps()
        .call(
            "status",
            () -> service.status(job()),
            (status, failure) -> {
              if (sent == poll && !isOver()) {
                pollIsOpen = false;
                answered(status, failure);
              }
            });
  }

  private void answered(@Nullable JobStatus status, @Nullable Throwable failure) {
    if (status == null) {
      unanswered(failure == null ? new NullPointerException("status answered null") : failure);
      return;
    }
    switch (status.state()) {
      case RUNNING -> running(status);
      case DONE -> collect();
      case FAILED, CANCELLED, VANISHED -> ended(status);
    }
  }

  private void unanswered(Throwable failure) {
    unanswered++;
    if (cancelRefusal != null) {
      fail(cancelRefusal);
    } else if (unanswered > options.toleratedFailures()) {
      fail(JobFailures.unknown(job(), unanswered, failure));
    }
  }

  private void running(JobStatus status) {
    if (cancelRefusal != null) {
      fail(cancelRefusal);
      return;
    }
    try {
      status.progress().ifPresent(this::record);
      unanswered = 0;
    } catch (ActivityCompletionException e) {
      // Progress that cannot be sent is a mistake that must be seen, but no reason to end at once.
      unanswered(e);
    }
  }

  private void collect() {
    collecting = true;
    steps()
        .call(
            "collect",
            () -> service.collect(job()),
            (value, failure) -> {
              if (failure == null) {
                complete(value);
              } else {
                fail(failure);
              }
            });
  }

  private void ended(JobStatus status) {
    if (isCancelling()) {
      confirmCancellation();
    } else if (status.state() == JobStatus.State.VANISHED) {
      vanished();
    } else {
      failed(status.failure().orElseGet(() -> JobFailures.cancelled(job())));
    }
  }

  // The mark goes out with the failure, so that the next attempt knows that this one has told it.
  private void failed(ActivityFailure failure) {
    fail(failure.lastHeartbeatDetails(details(true)).toException());
  }

  private void vanished() {
    if (options.submitsAgain() && !submittedAgain) {
      submittedAgain = true;
      look++;
      submitInPlaceOf(job());
    } else {
      fail(JobFailures.vanished(job(), options.submitsAgain()));
    }
  }

  @Override
  void cancelAnswered(@Nullable Throwable refusal) {
    cancelAnswered = true;
    cancelRefusal = refusal;
    poll++; // whatever is open was asked before
    pollIsOpen = false;
    look();
  }

  @Override
  boolean resultIsOnItsWay() {
    return collecting;
  }
}
