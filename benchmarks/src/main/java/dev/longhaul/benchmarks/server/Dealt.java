package dev.longhaul.benchmarks.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a server that deals tasks has seen since its start. Immutable.
 *
 * @param polls calls for a task
 * @param tasks that were handed out
 * @param completed tasks that were completed
 * @param failed tasks that got another outcome
 * @param unexpected outcomes of tasks that were not open: not handed out, or with an outcome
 *     already
 */
public record Dealt(long polls, long tasks, long completed, long failed, long unexpected) {

  /** Tasks without an outcome. */
  public long open() {
    return tasks - completed - failed;
  }

  String toText() {
    return LongStream.of(polls, tasks, completed, failed, unexpected)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  static Dealt parse(String text) {
    long[] numbers = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Dealt(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }
}
