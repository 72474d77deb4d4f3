package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.Durations;
import dev.longhaul.api.HeartbeatInterval;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of values that there are. */
final class Kinds {
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Pattern NO_TIME = Pattern.compile("0(ms|s|m|h|d)?|PT0S");
  static final String FLAG = "flag";

  private static final String NONE = "none";

  private Kinds() {}

  static Kind<String> text(String range) {
    return new Kind<>("text", range, Kinds::notBlank, Function.identity());
  }

  /** A text that nobody may see; the range tells what it is. */
  static Kind<String> secret(String range) {
    return new Kind<>("text", range, Function.identity(), text -> "set");
  }

  static Kind<Path> path() {
    return new Kind<>("path", "of a file", Path::of, Path::toString);
  }

  static Kind<Boolean> flag() {
    return new Kind<>(FLAG, "true, false", Kinds::parseFlag, String::valueOf);
  }

  static Kind<Integer> number(int least) {
    return new Kind<>("whole number", "", Kinds::parseNumber, String::valueOf)
        .in("at least " + least, value -> value >= least);
  }

  static Kind<Double> decimal(String range, Function<Double, Boolean> allowed) {
    return new Kind<>("number", "", Kinds::parseDecimal, Kinds::formatDecimal).in(range, allowed);
  }

  static Kind<Duration> duration(Duration least) {
    return new Kind<>("duration", "", Kinds::parseDuration, Kinds::formatDuration)
        .in(
            formatDuration(least) + " to 365d",
            value -> value.compareTo(least) >= 0 && value.compareTo(LONGEST) <= 0);
  }

  static Kind<Duration> duration() {
    return duration(Duration.ofMillis(1));
  }

  /** A duration, or {@code none}. */
  static Kind<Optional<Duration>> durationOrNone() {
    Kind<Duration> some = duration();
    return new Kind<>(
        some.name(),
        some.range() + ", none",
        text -> text.equals(NONE) ? Optional.empty() : Optional.of(some.parse().apply(text)),
        value -> value.map(some.format()).orElse(NONE));
  }

  static Kind<HeartbeatInterval> heartbeatInterval() {
    Kind<Duration> some = duration();
    return new Kind<>(
        some.name(),
        some.range() + ", auto, none",
        text ->
            text.equals(NONE) || text.equals("auto")
                ? HeartbeatInterval.parse(text)
                : HeartbeatInterval.every(some.parse().apply(text)),
        HeartbeatInterval::toString);
  }

  /** A number of bytes. */
  static Kind<Integer> size(int least) {
    return new Kind<>("size", "", Sizes::parse, Sizes::format)
        .in("at least " + Sizes.format(least) + ", below 2GiB", value -> value >= least);
  }

  /** A constant as people write it: {@code stop}, {@code STOP} or {@code by_form}. */
  static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(Kinds::written)
            .collect(Collectors.joining(", "));
    return new Kind<>(
        "choice",
        choices,
        text ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> written(constant).equals(normal(text)))
                .findFirst()
                .orElseThrow(() -> wrong(text, "is none of " + choices + "; write one of them")),
        Kinds::written);
  }

  private static String written(Enum<?> constant) {
    return normal(constant.name());
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw wrong(text, "is blank; write something, or leave the setting out");
    }
    return text;
  }

  private static boolean parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw wrong(text, "is neither true nor false; write one of them");
    };
  }

  private static int parseNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw wrong(text, "is not a whole number, or too large; write it in digits, such as 200");
    }
  }

  private static double parseDecimal(String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, as what is not finite
    }
    throw wrong(text, "is not a number; write it in digits, such as 2.5");
  }

  private static String formatDecimal(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static Duration parseDuration(String text) {
    return NO_TIME.matcher(text).matches() ? Duration.ZERO : Durations.parse(text);
  }

  private static String formatDuration(Duration value) {
    return value.isZero() ? "0s" : Durations.format(value);
  }

  private static IllegalArgumentException wrong(String text, String what) {
    return new IllegalArgumentException("\"" + text + "\" " + what);
  }
}
