package dev.longhaul.processor.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody likely meant. */
public final class NearMiss {
  private NearMiss() {}

  /** The candidate that differs only by case or a few letters, the nearest one first. */
  public static Optional<String> of(String text, Collection<String> candidates) {
    String lower = text.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .filter(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)) <= tolerance(text))
        .min(
            Comparator.comparingInt(
                    (String candidate) -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  // One letter; in long names, where a chance resemblance is unlikely, one more for each eight.
  private static int tolerance(String text) {
    return 1 + text.length() / 8;
  }

  /** How many letters to insert, remove or replace: Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
