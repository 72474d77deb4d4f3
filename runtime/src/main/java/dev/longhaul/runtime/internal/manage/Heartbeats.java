package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.ActivityNotFoundException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heartbeats of one attempt: when the next one is due, what it carries, at most one in flight.
 * All times are nanoseconds since the receipt of the attempt. Every method is called within a
 * decision of the attempt's {@link Steps}.
 */
final class Heartbeats extends HeartbeatTimes {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

  private final LastDetails last;
  private @Nullable HeartbeatHook hook;

  // A call waits for its turn or is in flight, or the server is asked how the activity stands: one
  // thing at a time, and whatever it is sets the next time when it is done.
  private boolean calling;
  private boolean complained;
  private long sentAt = Nanos.NEVER;
  private long acknowledgedAt = Nanos.NEVER;

  Heartbeats(StateMachine attempt, @Nullable Bytes details) {
    super(attempt);
    this.last = new LastDetails(details);
  }

  /** When the last one was sent; never if none was. */
  long sentAt() {
    return sentAt;
  }

  /** When the last acknowledgement came; never if none did. */
  long acknowledgedAt() {
    return acknowledgedAt;
  }

  /** For how long one is due that has not been sent; one that waits for its hook is not due. */
  long lateness() {
    boolean waits = calling && (sentAt == Nanos.NEVER || sentAt < wantedAt());
    return Math.max(0, attempt.age() - (waits ? wantedAt() : dueAt()));
  }

  LastDetails last() {
    return last;
  }

  /** Remembers newer details; the first ones of an attempt go out at once. */
  void record(Bytes newDetails) {
    boolean first = last.record(newDetails, attempt.age());
    if (first && sentAt == Nanos.NEVER && !calling) {
      dueNow();
    }
  }

  /** Sends without waiting for the interval, and tells when a heartbeat from now on arrived. */
  void flush(Consumer<@Nullable Throwable> done) {
    last.await(done);
    if (!calling && !isStopped()) {
      wantNow();
      send();
    }
  }

  /** One last heartbeat; tells when it was answered, or at once if there is none to send. */
  void sendLast(Runnable done) {
    if (plan().never()) {
      done.run();
    } else {
      flush(failure -> done.run());
    }
  }

  /** Whether somebody waits until the server has the details. */
  boolean hasFlushes() {
    return last.isAwaited();
  }

  /** Tells everybody who waits that nothing will come. */
  void failFlushes(Throwable why) {
    last.failed(why);
  }

  /** The time of a heartbeat has come. */
  void due() {
    wantDue();
    if (attempt.isReportUnderWay()) {
      scheduleNext(); // the report itself shows that the attempt is alive
    } else if (wantsHook()) {
      askHook();
    } else {
      send();
    }
  }

  private boolean wantsHook() {
    return attempt.isRunning()
        && attempt.work().hasHeartbeatHook()
        && !plan().never()
        && (failures() == 0 || hook == null || !hook.isFresh());
  }

  private void askHook() {
    if (hook == null) {
      hook = new HeartbeatHook(attempt);
    }
    if (!hook.isAsked()) {
      hook.ask();
      lookAfter(Nanos.of(HeartbeatHook.PATIENCE));
      return;
    }
    hook.hangs();
    if (!attempt.isWatched()) {
      send(); // it asks for stop requests alone
    }
  }

  /** The hook gave details, null for those before, or failed. */
  void hookAnswered(HeartbeatHook answering, @Nullable Bytes answer, @Nullable Throwable failure) {
    if (isStopped()) {
      return;
    }
    boolean failed = failure != null && answering.failed(failure);
    if (failure == null) {
      answering.answered();
    }
    if (answer != null) {
      last.record(answer, attempt.age());
    }
    if (calling) {
      return; // what is on its way did not wait for the hook
    }
    if (failed && attempt.isWatched()) {
      retry(0);
    } else if (attempt.isReportUnderWay()) {
      scheduleNext();
    } else {
      send();
    }
  }

  private void send() {
    calling = true;
    sending();
    new GatedCall<>(false, urgency(), this::prepare, Answer::limit, this::answered).begin(attempt);
  }

  private @Nullable Supplier<CompletableFuture<Answer>> prepare() {
    if (isStopped() || attempt.isReportUnderWay()) {
      calling = false;
      scheduleNext();
      return null;
    }
    sentAt = attempt.age();
    Bytes sent = last.sent();
    Duration limit = HeartbeatTries.limit(attempt, failures());
    Duration late = Duration.ofNanos(sentAt - wantedAt());
    attempt.tell((listener, activity) -> listener.heartbeatSent(activity, late));
    return () -> attempt.services().server().heartbeat(attempt.task().reference(), sent, limit);
  }

  private void answered(Answer answer) {
    calling = false;
    if (isStopped()) {
      return;
    }
    if (answer instanceof Answer.Acknowledged acknowledged) {
      acknowledged(acknowledged);
    } else if (answer instanceof Answer.TryAgain tryAgain) {
      failed(tryAgain.why());
      if (attempt.isReleasing()) {
        failFlushes(tryAgain.why());
      } else {
        retry(tryAgain.pause().toNanos());
      }
    } else if (answer instanceof Answer.Refused refused) {
      failed(refused.why());
      refused(refused.why());
    }
  }

  private void failed(Throwable why) {
    attempt.tell((listener, activity) -> listener.heartbeatFailed(activity, why));
  }

  private void acknowledged(Answer.Acknowledged answer) {
    forgetFailures();
    complained = false;
    acknowledgedAt = attempt.age();
    attempt.deadlines().alive(sentAt);
    attempt.tell((listener, activity) -> listener.heartbeatAcknowledged(activity));
    attempt.signals().heard(answer);
    last.acknowledged();
    if (isStopped() || calling) {
      return;
    }
    if (hasFlushes()) {
      send();
    } else {
      scheduleAfter(sentAt);
    }
  }

  private void refused(ActivityCompletionException why) {
    if (attempt.isReporting()) {
      scheduleNext(); // the report will learn the truth
    } else if (attempt.isReleasing()) {
      failFlushes(why);
    } else if (why instanceof ActivityNotFoundException && attempt.task().id() != null) {
      calling = true;
      Standings.look(attempt, standing -> looked(standing, why));
    } else if (Standings.isFinal(why)) {
      attempt.gone("the server refused the heartbeat: " + why.getMessage());
    } else {
      complain(why);
      failFlushes(why);
      forgetFailures();
      scheduleNext();
    }
  }

  private void looked(ActivityServer.Standing standing, ActivityCompletionException why) {
    calling = false;
    if (isStopped()) {
      return;
    }
    if (attempt.isReporting()) {
      scheduleNext();
    } else if (Standings.staysOpen(attempt, standing, why)) {
      failFlushes(why);
      retry(0);
    }
  }

  private void complain(Throwable why) {
    if (!complained) {
      complained = true;
      attempt.effect(() -> LOG.warn("{}: the server refuses heartbeats", attempt.task(), why));
    }
  }
}
