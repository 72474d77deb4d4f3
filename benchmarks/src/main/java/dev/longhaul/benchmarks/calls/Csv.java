package dev.longhaul.benchmarks.calls;

import dev.longhaul.benchmarks.measure.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All measurements for programs: comma-separated values with a line of titles. */
final class Csv {
  private static final String TITLES =
      "operation,load,client,round,calls,seconds,calls_per_second,cpu_us_per_call,"
          + "allocated_bytes_per_call,p50_us,p99_us,server_cpu_us_per_call";

  private Csv() {}

  static List<String> lines(List<Measurement> measurements) {
    return Stream.concat(Stream.of(TITLES), measurements.stream().map(Csv::line)).toList();
  }

  private static String line(Measurement measurement) {
    Sample sample = measurement.sample();
    return String.format(
        Locale.ROOT,
        "%s,\"%s\",\"%s\",%d,%d,%.3f,%.1f,%.2f,%.0f,%.1f,%.1f,%.2f",
        measurement.row().operation().title(),
        measurement.row().load(),
        measurement.row().peer(),
        measurement.round(),
        sample.calls(),
        sample.usage().nanos() / 1e9,
        sample.rate(),
        sample.cpuMicrosPerCall(),
        sample.bytesPerCall(),
        micros(sample.p50()),
        micros(sample.p99()),
        measurement.serverMicrosPerCall());
  }

  private static double micros(Duration duration) {
    return duration.toNanos() / 1e3;
  }
}
