package dev.longhaul.benchmarks.soak.server;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the server makes of one activity, the same for the same seed and number. Immutable.
 *
 * @param heartbeatTimeout zero for none
 * @param cancelAfter when its workflow cancels it, if it does, since it was scheduled
 */
record Plan(Job job, Duration startToClose, Duration heartbeatTimeout, Duration cancelAfter) {
  /** Fits the longest fault and some time to get over it, so that all work is reported in time. */
  private static final Duration TIME_TO_REPORT = Duration.ofSeconds(23);

  private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(8);
  private static final long SHORT_MILLIS = 1_000;

  /** So long that a cancellation arrives before, whatever happens on the way. */
  private static final long UNTIL_CANCELLED_MILLIS = 25_000;

  private static final double LONG = 0.05;
  private static final List<Form> FORMS = List.of(Form.values());

  /** What the activity of this number is. */
  static Plan of(long seed, Duration longest, int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Form form = FORMS.get(random.nextInt(FORMS.size()));
    Ending ending = ending(form, random.nextInt(100));
    boolean isLong = random.nextDouble() < LONG;
    long millis =
        ending == Ending.CANCELLED
            ? UNTIL_CANCELLED_MILLIS
            : random.nextLong(isLong ? longest.toMillis() : SHORT_MILLIS);
    boolean beats =
        isLong || ending == Ending.CANCELLED || form.isOfClient() || random.nextBoolean();
    return new Plan(
        new Job(number, form, ending, millis),
        TIME_TO_REPORT.plusMillis(millis),
        beats ? HEARTBEAT_TIMEOUT : Duration.ZERO,
        Duration.ofMillis(500 + random.nextInt(2_500)));
  }

  // A failure by ids that does not end the activity could be told twice, and hit two attempts.
  private static Ending ending(Form form, int percent) {
    if (percent < 10) {
      return Ending.CANCELLED;
    } else if (percent < 15) {
      return Ending.REFUSED;
    }
    return percent < 25 && form != Form.CLIENT_BY_ID ? Ending.FLAKY : Ending.VALUE;
  }
}
