package dev.longhaul.benchmarks.soak.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What has happened on the server since its start. Immutable.
 *
 * @param scheduled activities
 * @param closed activities
 * @param attempts that were handed out
 * @param completed attempts that were completed
 * @param failed attempts that failed, for good or not
 * @param cancelled attempts whose cancellation was confirmed
 * @param timedOut attempts
 * @param heartbeats that were accepted
 * @param late outcomes that were refused since their attempt had timed out
 */
public record Tally(
    long scheduled,
    long closed,
    long attempts,
    long completed,
    long failed,
    long cancelled,
    long timedOut,
    long heartbeats,
    long late) {

  /** Activities that are not closed. */
  public long open() {
    return scheduled - closed;
  }

  /** What happened since an earlier moment. */
  public Tally since(Tally earlier) {
    long[] now = numbers();
    long[] before = earlier.numbers();
    Arrays.setAll(now, i -> now[i] - before[i]);
    return of(now);
  }

  String toText() {
    return LongStream.of(numbers()).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  /** The other way round. */
  public static Tally parse(String text) {
    return of(Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray());
  }

  private long[] numbers() {
    return new long[] {
      scheduled, closed, attempts, completed, failed, cancelled, timedOut, heartbeats, late
    };
  }

  private static Tally of(long[] n) {
    return new Tally(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]);
  }
}
