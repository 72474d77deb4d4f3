package dev.longhaul.runtime.errors;

import dev.longhaul.runtime.errors.Call.By;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One row of the table in {@code docs/errors.md}, and what happens in it.
 *
 * @param when what has happened before the call
 * @param calls which calls it is about
 * @param by how they address the activity
 * @param answer of the server
 * @param thrown the exception's simple name, or "accepted"
 * @param triedAgain whether the call tries more than once
 * @param possiblyApplied what the exception says of that
 * @param happens makes it happen
 */
record ErrorRow(
    String when,
    Set<Call> calls,
    Set<By> by,
    String answer,
    String thrown,
    boolean triedAgain,
    boolean possiblyApplied,
    Consumer<Scene> happens) {

  static final String ACCEPTED = "accepted";

  /** All calls, by token and by ids, answered once, certainly not applied. */
  static ErrorRow when(String when, String answer, String thrown, Consumer<Scene> happens) {
    return new ErrorRow(
        when,
        EnumSet.allOf(Call.class),
        EnumSet.allOf(By.class),
        answer,
        thrown,
        false,
        false,
        happens);
  }

  ErrorRow of(Call... newCalls) {
    return new ErrorRow(
        when,
        EnumSet.copyOf(Arrays.asList(newCalls)),
        by,
        answer,
        thrown,
        triedAgain,
        possiblyApplied,
        happens);
  }

  ErrorRow by(By only) {
    return new ErrorRow(
        when, calls, EnumSet.of(only), answer, thrown, triedAgain, possiblyApplied, happens);
  }

  ErrorRow again() {
    return new ErrorRow(when, calls, by, answer, thrown, true, possiblyApplied, happens);
  }

  ErrorRow perhaps() {
    return new ErrorRow(when, calls, by, answer, thrown, triedAgain, true, happens);
  }

  String markdown() {
    return String.join(
            " | ",
            "| " + when,
            calls.size() == Call.values().length
                ? "all"
                : calls.stream().map(Call::method).collect(Collectors.joining(", ")),
            lower(by),
            answer,
            thrown.equals(ACCEPTED) ? ACCEPTED : "`" + thrown + "`",
            triedAgain ? "yes" : "no",
            thrown.equals(ACCEPTED) || !isAboutReports() ? "" : String.valueOf(possiblyApplied))
        + " |";
  }

  /** Whether the exception is one that tells whether the report was applied. */
  boolean isAboutReports() {
    return !thrown.matches("Activity(Cancelled|Reset|Paused)Exception");
  }

  private static String lower(Collection<By> by) {
    return by.stream()
        .map(way -> way.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return when;
  }
}
