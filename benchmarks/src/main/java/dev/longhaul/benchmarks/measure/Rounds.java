package dev.longhaul.benchmarks.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Alternates between subjects, so that whatever else the machine does meets all of them. Immutable.
 *
 * @param count how many turns each subject gets; another one is first in each round
 */
public record Rounds(int count) {

  /** What a subject does in its turn. */
  @FunctionalInterface
  public interface Turn<S> {

    /** Takes the turn of this round, from 1. */
    void take(int round, S subject) throws InterruptedException;
  }

  /** Gives all turns. */
  public <S> void run(List<S> subjects, Turn<S> turn) throws InterruptedException {
    List<S> order = new ArrayList<>(subjects);
    for (int round = 1; round <= count; round++) {
      for (S subject : order) {
        turn.take(round, subject);
      }
      Collections.rotate(order, -1);
    }
  }
}
