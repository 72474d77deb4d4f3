package dev.longhaul.simulation;

import dev.longhaul.api.TaskToken;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt that a worker was given, as the server has it. */
final class Start {
  final Execution activity;
  final int attempt;
  final Temper temper;
  final long startedAt;
  final List<Entry> entries = new ArrayList<>(1);
  private final byte[] token;

  long beatAt;
  boolean tokenIsGood = true;
  boolean everPaused;
  boolean everReset;
  @Nullable Entry acceptedFrom;
  boolean over;

  Start(Execution activity, int number, Temper temper, long startedAt) {
    this.activity = activity;
    this.attempt = activity.attempt;
    this.temper = temper;
    this.startedAt = startedAt;
    this.beatAt = startedAt;
    this.token = ByteBuffer.allocate(Integer.BYTES).putInt(0, number).array();
  }

  /** Another object each time: what goes wrong with one entry is not blamed on another. */
  TaskToken token() {
    return TaskToken.of(token);
  }

  /** Whether the server waits for it. */
  boolean isCurrent() {
    return !over && activity.isOpen();
  }

  @Override
  public String toString() {
    return activity + ", attempt " + attempt;
  }
}
