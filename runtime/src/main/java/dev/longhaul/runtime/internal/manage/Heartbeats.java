package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.time.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeats of one attempt: when the next one is due, what it carries, at most one in flight.
 * Every method is called within a decision of the attempt's {@link Steps}.
 */
final class Heartbeats {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

  /** Somebody who waits for a heartbeat that carries details of at least this version. */
  private record Flush(int version, Consumer<@Nullable Throwable> done) {}

  private final Attempt attempt;
  private final HeartbeatPlan plan;
  private final Services services;

  private @Nullable Bytes details;
  private int version;
  private @Nullable List<Flush> flushes;

  // A hook is asked, a heartbeat is in flight or the server is looked at: one thing at a time, and
  // whatever it is sets the next timer when it is done.
  private boolean busy;
  private boolean stopped;
  private boolean sentAny;
  private int failures;
  private boolean complained;
  private @Nullable Future<?> timer;
  private long dueNanos;
  private long sentNanos;
  private long acknowledgedNanos;
  private boolean acknowledgedAny;

  Heartbeats(Attempt attempt, HeartbeatPlan plan, @Nullable Bytes details) {
    this.attempt = attempt;
    this.plan = plan;
    this.details = details;
    this.services = attempt.services();
  }

  void start() {
    if (!plan.never()) {
      schedule(plan.firstDelay(services.random()));
    }
  }

  /** No heartbeat from now on; an answer that is still to come is ignored. */
  void stop() {
    stopped = true;
    cancelTimer();
  }

  @Nullable Bytes details() {
    return details;
  }

  /** Remembers newer details; the first ones of an attempt go out at once. */
  void record(Bytes newDetails) {
    details = newDetails;
    version++;
    if (!sentAny && version == 1 && !busy && !plan.never()) {
      schedule(0);
    }
  }

  /** Sends without waiting for the interval, and tells when a heartbeat from now on arrived. */
  void flush(Consumer<@Nullable Throwable> done) {
    version++;
    if (flushes == null) {
      flushes = new ArrayList<>(1);
    }
    flushes.add(new Flush(version, done));
    if (!busy && !stopped) {
      send();
    }
  }

  /** Tells everybody who waits that nothing will come. */
  void failFlushes(Throwable why) {
    settleFlushes(Integer.MAX_VALUE, why);
  }

  /** Since the last acknowledged heartbeat, if there was one. */
  Optional<Duration> sinceAcknowledged() {
    return acknowledgedAny
        ? Optional.of(Duration.ofNanos(services.ticker().nanoTime() - acknowledgedNanos))
        : Optional.empty();
  }

  /** Until the next heartbeat is due, if one is; negative if it is late. */
  Optional<Duration> untilDue() {
    return timer != null && !stopped
        ? Optional.of(Duration.ofNanos(dueNanos - services.ticker().nanoTime()))
        : Optional.empty();
  }

  private void onTimer() {
    attempt.steps().decide(this::due);
  }

  private void due() {
    if (stopped || busy) {
      return;
    }
    if (attempt.isReportInFlight()) {
      scheduleNext(); // the report itself shows that the attempt is alive
    } else if (attempt.isRunning() && attempt.work().hasHeartbeatHook()) {
      busy = true;
      attempt.steps().effect(this::askHook);
    } else {
      send();
    }
  }

  private void askHook() {
    attempt
        .work()
        .heartbeatDetails()
        .whenComplete(
            (answer, failure) -> attempt.steps().decide(() -> hookAnswered(answer, failure)));
  }

  private void hookAnswered(@Nullable Bytes answer, @Nullable Throwable failure) {
    busy = false;
    if (stopped) {
      return;
    }
    if (failure != null) {
      complain("the heartbeat hook failed, so this heartbeat is not sent", failure);
      retry(0);
      return;
    }
    if (answer != null) {
      details = answer;
      version++;
    }
    if (attempt.isReportInFlight()) {
      scheduleNext();
    } else {
      send();
    }
  }

  private void send() {
    busy = true;
    sentAny = true;
    sentNanos = services.ticker().nanoTime();
    int sentVersion = version;
    Bytes sentDetails = details;
    attempt
        .steps()
        .effect(
            () ->
                services
                    .server()
                    .heartbeat(attempt.task().reference(), sentDetails)
                    .thenAccept(
                        answer -> attempt.steps().decide(() -> answered(sentVersion, answer))));
  }

  private void answered(int sentVersion, Answer answer) {
    busy = false;
    if (stopped) {
      return;
    }
    if (answer instanceof Answer.Acknowledged acknowledged) {
      acknowledged(sentVersion, acknowledged);
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      retry(tryAgain.pause().toNanos());
    } else if (answer instanceof Answer.Refused refused) {
      refused(refused.why());
    }
  }

  private void acknowledged(int sentVersion, Answer.Acknowledged answer) {
    failures = 0;
    complained = false;
    acknowledgedAny = true;
    acknowledgedNanos = services.ticker().nanoTime();
    attempt.heartbeatAnswered(answer);
    settleFlushes(sentVersion, null);
    if (!stopped) {
      proceed();
    }
  }

  // Not found may mean gone, completed by somebody else, or a token that a reset made invalid: the
  // server tells them apart only when it is asked about the workflow.
  private void refused(ActivityCompletionException why) {
    if (attempt.isReporting()) {
      scheduleNext(); // the report will learn the truth
    } else if (why instanceof ActivityNotFoundException && attempt.task().id() != null) {
      busy = true;
      attempt.look(standing -> looked(standing, why));
    } else if (Attempt.isFinal(why)) {
      attempt.gone("the server refused the heartbeat: " + why.getMessage());
    } else {
      complain("the server refuses heartbeats", why);
      failFlushes(why);
      failures = 0;
      scheduleNext();
    }
  }

  private void looked(ActivityServer.Standing standing, ActivityCompletionException why) {
    busy = false;
    if (stopped) {
      return;
    }
    if (attempt.isReporting()) {
      scheduleNext();
    } else if (attempt.staysOpen(standing, why)) {
      retry(0);
    }
  }

  private void retry(long leastNanos) {
    failures++;
    long wait = Math.max(leastNanos, Backoff.CALLS.nanosAfter(failures, services.random()));
    schedule(plan.never() ? wait : Math.min(wait, Math.max(leastNanos, plan.intervalNanos())));
  }

  private void proceed() {
    if (flushes != null) {
      send();
    } else {
      scheduleAfter(sentNanos);
    }
  }

  private void scheduleNext() {
    scheduleAfter(services.ticker().nanoTime());
  }

  // Measured from the sending, so that a slow answer does not stretch the interval.
  private void scheduleAfter(long sinceNanos) {
    if (!plan.never()) {
      long elapsed = services.ticker().nanoTime() - sinceNanos;
      schedule(Math.max(0, plan.nextDelay(services.random()) - elapsed));
    }
  }

  private void schedule(long delayNanos) {
    cancelTimer();
    dueNanos = services.ticker().nanoTime() + delayNanos;
    timer = services.schedule(this::onTimer, delayNanos);
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  private void settleFlushes(int upTo, @Nullable Throwable failure) {
    List<Flush> waiting = flushes;
    if (waiting == null) {
      return;
    }
    List<Flush> rest = new ArrayList<>();
    flushes = null;
    for (Flush flush : waiting) {
      if (flush.version() <= upTo) {
        flush.done().accept(failure);
      } else {
        rest.add(flush);
      }
    }
    if (!rest.isEmpty()) {
      flushes = rest;
    }
  }

  private void complain(String what, Throwable why) {
    if (!complained) {
      complained = true;
      attempt.steps().effect(() -> LOG.warn("{}: {}", attempt.task(), what, why));
    }
  }
}
