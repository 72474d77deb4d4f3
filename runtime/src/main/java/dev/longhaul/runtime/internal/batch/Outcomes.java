package dev.longhaul.runtime.internal.batch;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.Outcome;
import dev.longhaul.api.spi.HandlerBinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives each item of a batch its outcome. */
final class Outcomes {
  /** The failures of what a batch method returned, as workflows see their type. */
  static final String MISMATCH = "BatchOutcomeMismatch";

  private Outcomes() {}

  /** Settles every item, whatever the batch method returned. */
  static void settle(
      List<? extends BatchedWork<?>> works, @Nullable Object returned, HandlerBinding<?> binding) {
    List<?> outcomes;
    try {
      outcomes = copy(returned);
    } catch (Throwable e) {
      works.forEach(work -> work.threw(e));
      return;
    }
    if (outcomes == null || outcomes.size() != works.size()) {
      Throwable failure = wrongLength(outcomes, works.size(), binding);
      works.forEach(work -> work.threw(failure));
      return;
    }
    for (int i = 0; i < works.size(); i++) {
      if (outcomes.get(i) instanceof Outcome<?> outcome) {
        works.get(i).settled(outcome);
      } else {
        works.get(i).threw(noOutcome(i, works.size(), binding));
      }
    }
  }

  // The user's list may be lazy, or change.
  private static @Nullable List<?> copy(@Nullable Object returned) {
    return returned == null ? null : new ArrayList<>((List<?>) returned);
  }

  private static Throwable wrongLength(
      @Nullable List<?> outcomes, int items, HandlerBinding<?> binding) {
    return mismatch(
        method(binding)
            + " returned "
            + (outcomes == null ? "null" : count(outcomes.size(), "outcome"))
            + " for "
            + count(items, "item")
            + ", so that nobody can tell which is whose; it must return one for each item, in their"
            + " order");
  }

  private static Throwable noOutcome(int index, int items, HandlerBinding<?> binding) {
    return mismatch(
        method(binding)
            + " returned no outcome for item "
            + (index + 1)
            + " of "
            + items
            + "; it must return one for each item, in their order");
  }

  private static String method(HandlerBinding<?> binding) {
    return "the batch method of " + binding.name();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Throwable mismatch(String message) {
    return ActivityFailure.ofType(MISMATCH).message(message).toException();
  }
}
