package dev.longhaul.benchmarks.soak.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.google.protobuf.ByteString;
import dev.longhaul.api.TaskToken;
import dev.longhaul.benchmarks.soak.server.Irregularity.Kind;
import dev.longhaul.proto.enums.v1.TimeoutType;
import dev.longhaul.testing.ActivityOutcome;
import dev.longhaul.testing.AttemptListener;
import dev.longhaul.testing.Rpc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows of every attempt what became of it: whether its one outcome was accepted, which one that
 * was, and what was said of it afterwards. Thread-safe.
 */
final class Ledger implements AttemptListener {
  /** An outcome is not reported any more after its attempt has been over for that long. */
  private static final long FORGET_MILLIS = 600_000;

  private final LongSupplier millis;
  private final IntFunction<Plan> plans;

  @GuardedBy("this")
  private final Map<String, Attempt> byToken = new HashMap<>();

  @GuardedBy("this")
  private final Map<String, Attempt> latest = new HashMap<>();

  @GuardedBy("this")
  private final List<Irregularity> irregularities = new ArrayList<>();

  @GuardedBy("this")
  private final Counts counts = new Counts();

  @GuardedBy("this")
  private long newestReportedStart;

  /**
   * A ledger of nothing.
   *
   * @param plans of activities by their numbers
   */
  Ledger(LongSupplier millis, IntFunction<Plan> plans) {
    this.millis = millis;
    this.plans = plans;
  }

  synchronized void scheduled() {
    counts.scheduled++;
  }

  synchronized Tally tally() {
    return counts.tally();
  }

  /** Whether an outcome was accepted of an attempt that was handed out after this moment. */
  synchronized boolean hasReportOf(long moment) {
    return newestReportedStart > moment;
  }

  /** What was not told before; forgets what is over for long. */
  synchronized List<Irregularity> takeIrregularities() {
    List<Irregularity> taken = List.copyOf(irregularities);
    irregularities.clear();
    long now = millis.getAsLong();
    byToken.values().removeIf(attempt -> attempt.hasEndedBefore(now - FORGET_MILLIS));
    latest.values().removeIf(attempt -> attempt.hasEndedBefore(now - FORGET_MILLIS));
    return taken;
  }

  @Override
  public synchronized void started(String activityId, int number, ByteString token) {
    Attempt attempt = new Attempt(Integer.parseInt(activityId), number, millis.getAsLong());
    byToken.put(digest(token), attempt);
    latest.put(activityId, attempt);
    counts.attempts++;
  }

  @Override
  public synchronized void heartbeat(String activityId, ByteString token) {
    attempt(token).signMillis = millis.getAsLong();
    counts.heartbeats++;
  }

  @Override
  public synchronized void ended(String activityId, ByteString token, ActivityOutcome how) {
    Attempt attempt = attempt(token);
    attempt.endedMillis = millis.getAsLong();
    if (how instanceof ActivityOutcome.TimedOut timeout) {
      counts.timedOut++;
      attempt.timedOut = true;
      tell(
          timeout.type() == TimeoutType.TIMEOUT_TYPE_HEARTBEAT ? Kind.SILENT : Kind.UNREPORTED,
          attempt,
          attempt.signMillis,
          "timed out");
      return;
    }
    counts.reported(how);
    newestReportedStart = Math.max(newestReportedStart, attempt.startedMillis);
    Expected.of(plans.apply(attempt.activity).job(), attempt.number)
        .objection(how)
        .ifPresent(what -> tell(Kind.WRONG, attempt, attempt.startedMillis, what));
  }

  @Override
  public synchronized void closed(String activityId, ActivityOutcome how) {
    counts.closed++;
  }

  @Override
  public synchronized void refused(Rpc rpc, String activityId, ByteString token) {
    if (rpc == Rpc.HEARTBEAT || rpc == Rpc.HEARTBEAT_BY_ID) {
      return; // of an attempt that is over, it is how its work learns of that
    }
    boolean byToken = activityId.isEmpty();
    Attempt attempt = byToken ? this.byToken.get(digest(token)) : latest.get(activityId);
    if (attempt == null) {
      long now = millis.getAsLong();
      irregularities.add(
          new Irregularity(Kind.REFUSED, -1, 0, now, now, now, rpc + " of no known attempt"));
    } else if (attempt.endedMillis == Attempt.OPEN) {
      tell(Kind.REFUSED, attempt, attempt.signMillis, rpc.toString());
    } else if (attempt.timedOut || (!byToken && attempt.number > 1)) {
      counts.late++; // by ids the work of an earlier attempt, which timed out, may have been first
    } else {
      tell(Kind.REPEATED, attempt, attempt.endedMillis, rpc.toString());
    }
  }

  @GuardedBy("this")
  private void tell(Kind kind, Attempt attempt, long since, String what) {
    irregularities.add(
        new Irregularity(
            kind,
            attempt.activity,
            attempt.number,
            attempt.startedMillis,
            since,
            millis.getAsLong(),
            what));
  }

  @GuardedBy("this")
  private Attempt attempt(ByteString token) {
    @Nullable Attempt attempt = byToken.get(digest(token));
    if (attempt == null) {
      throw new IllegalStateException("the service told of an attempt that it never started");
    }
    return attempt;
  }

  private static String digest(ByteString token) {
    return TaskToken.of(token.asReadOnlyByteBuffer()).digest();
  }

  private static final class Attempt {
    private static final long OPEN = Long.MAX_VALUE;

    private final int activity;
    private final int number;
    private final long startedMillis;
    private long signMillis;
    private long endedMillis = OPEN;
    private boolean timedOut;

    Attempt(int activity, int number, long startedMillis) {
      this.activity = activity;
      this.number = number;
      this.startedMillis = startedMillis;
      this.signMillis = startedMillis;
    }

    boolean hasEndedBefore(long time) {
      return endedMillis < time;
    }
  }
}
