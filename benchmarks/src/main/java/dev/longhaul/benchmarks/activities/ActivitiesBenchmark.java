package dev.longhaul.benchmarks.activities;

import dev.longhaul.benchmarks.measure.DurationConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures a manager that looks after many activities: whether their heartbeats are in time, and
 * what it costs this process. The server is another process on the same machine.
 */
@Command(
    name = "activities",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Many long-running activities in one manager: lateness of heartbeats, and costs.")
public final class ActivitiesBenchmark implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--activities", paramLabel = "N", description = "How many.")
  private int activities = 100_000;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Between the heartbeats of each: 10s, 5m.")
  private Duration interval = Duration.ofSeconds(10);

  @Option(
      names = "--ramp",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Before it is measured.")
  private Duration ramp = Duration.ofSeconds(20);

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long it is measured.")
  private Duration time = Duration.ofMinutes(5);

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Where a picture of lateness over time goes.")
  private @Nullable Path svg;

  /** With the defaults; picocli sets the rest. */
  public ActivitiesBenchmark() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine commandLine = Objects.requireNonNull(spec, "picocli sets it").commandLine();
    Result result =
        new Run(Fleet.of(activities, interval), ramp, time, commandLine.getErr()::println).run();
    new ActivitiesReport(result).lines().forEach(commandLine.getOut()::println);
    if (svg != null) {
      Files.write(svg, new LatenessPicture(result.lateness()).lines());
    }
    return CommandLine.ExitCode.OK;
  }
}
