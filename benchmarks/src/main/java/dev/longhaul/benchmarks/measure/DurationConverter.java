package dev.longhaul.benchmarks.measure;

import dev.longhaul.api.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Durations on the command line, as they are written in annotations. */
public final class DurationConverter implements ITypeConverter<Duration> {
  /** Picocli makes one. */
  public DurationConverter() {}

  @Override
  public Duration convert(String text) {
    return Durations.parse(text);
  }
}
