package dev.longhaul.benchmarks.soak.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that is not to happen unless a fault explains it. Immutable. Times are those of the
 * server's process, in milliseconds.
 *
 * @param activity its number; -1 if it is unknown
 * @param attempt of the activity; 0 if it is unknown
 * @param started when the attempt was handed out
 * @param since the last sign of life before a timeout; the outcome before a repetition
 * @param at when it happened
 */
public record Irregularity(
    Kind kind, int activity, int attempt, long started, long since, long at, String what) {

  /** What happened. */
  public enum Kind {
    /** An attempt had no heartbeat for too long. */
    SILENT,
    /** An attempt had no outcome in time. */
    UNREPORTED,
    /** An attempt, or with ids an activity, was reported again after its outcome was accepted. */
    REPEATED,
    /** An outcome was refused, though the attempt was open, or there was none. */
    REFUSED,
    /** An outcome is not the one that the activity is to have. */
    WRONG
  }

  private static final String BETWEEN_FIELDS = ",";
  private static final String BETWEEN_ALL = ";";

  static String toText(List<Irregularity> all) {
    return all.stream().map(Irregularity::toText).collect(Collectors.joining(BETWEEN_ALL));
  }

  private String toText() {
    return List.of(kind, activity, attempt, started, since, at, what).stream()
        .map(Object::toString)
        .collect(Collectors.joining(BETWEEN_FIELDS));
  }

  /** The other way round. */
  public static List<Irregularity> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(BETWEEN_ALL)).map(Irregularity::parseOne).toList();
  }

  private static Irregularity parseOne(String text) {
    String[] fields = text.split(BETWEEN_FIELDS, 7);
    return new Irregularity(
        Kind.valueOf(fields[0]),
        Integer.parseInt(fields[1]),
        Integer.parseInt(fields[2]),
        Long.parseLong(fields[3]),
        Long.parseLong(fields[4]),
        Long.parseLong(fields[5]),
        fields[6]);
  }
}
