package dev.longhaul.processor.check;

import dev.longhaul.api.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody meant who wrote something like a duration. */
final class DurationGuess {
  private static final Set<String> NEVER = Set.of("never", "off", "no", "false", "disabled");
  private static final Set<String> AUTO = Set.of("auto", "automatic", "default");
  private static final Pattern FRACTION = Pattern.compile("(\\d+\\.\\d+)(ms|d|h|m|s)");
  private static final Map<String, BigDecimal> MILLIS =
      Map.of(
          "ms", BigDecimal.ONE,
          "s", BigDecimal.valueOf(1_000),
          "m", BigDecimal.valueOf(60_000),
          "h", BigDecimal.valueOf(3_600_000),
          "d", BigDecimal.valueOf(86_400_000));

  // The longer word first: "milliseconds" ends in "seconds".
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("(millisecond|milli|msec)s?", "ms"),
          Map.entry("(second|sec)s?", "s"),
          Map.entry("(minute|min)s?", "m"),
          Map.entry("(hour|hr)s?", "h"),
          Map.entry("days?", "d"));

  private DurationGuess() {}

  /** Whether the text is a duration that is zero or negative. */
  static boolean isNotPositive(String text) {
    boolean zero = text.matches("[^1-9]*0[^1-9]*") && isDuration(text.replaceFirst("0", "1"));
    boolean negative = text.contains("-") && isDuration(text.replace("-", ""));
    return zero || negative || text.matches("0+");
  }

  /**
   * A duration close to the text.
   *
   * @param interval whether {@code auto} and {@code none} count as well
   */
  static Optional<String> of(String text, boolean interval) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s,_]+|and", "");
    if (interval && NEVER.contains(plain)) {
      return Optional.of("none");
    } else if (interval && (AUTO.contains(plain) || plain.equals("none"))) {
      return Optional.of(plain.equals("none") ? plain : "auto");
    }
    return Stream.of(shortened(plain), plain.toUpperCase(Locale.ROOT))
        .filter(DurationGuess::isDuration)
        .findFirst();
  }

  private static String shortened(String text) {
    String shorter = text;
    for (Map.Entry<String, String> word : WORDS) {
      shorter = shorter.replaceAll(word.getKey(), word.getValue());
    }
    Matcher fraction = FRACTION.matcher(shorter);
    return fraction.matches() ? whole(fraction) : shorter;
  }

  private static String whole(Matcher fraction) {
    BigDecimal millis =
        new BigDecimal(fraction.group(1))
            .multiply(MILLIS.getOrDefault(fraction.group(2), BigDecimal.ONE));
    return millis.precision() - millis.scale() > 15
        ? fraction.group()
        : Durations.format(Duration.ofMillis(millis.longValue()));
  }

  private static boolean isDuration(String text) {
    try {
      Durations.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
