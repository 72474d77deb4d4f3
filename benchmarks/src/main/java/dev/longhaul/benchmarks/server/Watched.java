package dev.longhaul.benchmarks.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a server saw of the activities that it watches. Immutable.
 *
 * @param heartbeats of activities that were open
 * @param completed activities that were completed
 * @param unexpected calls about activities that were not open (not received yet, or completed
 *     already), or about none that is known
 * @param timedOut activities that gave no sign of life for longer than their heartbeat timeout
 * @param longestNanos the longest time without a sign of life of any activity
 */
public record Watched(
    long heartbeats, long completed, long unexpected, long timedOut, long longestNanos) {

  String toText() {
    return LongStream.of(heartbeats, completed, unexpected, timedOut, longestNanos)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  static Watched parse(String text) {
    long[] numbers = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Watched(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }
}
