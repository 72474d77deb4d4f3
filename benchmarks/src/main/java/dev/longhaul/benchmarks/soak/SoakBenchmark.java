package dev.longhaul.benchmarks.soak;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.api.LongRunningActivityManager;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.benchmarks.measure.DurationConverter;
import dev.longhaul.benchmarks.soak.server.SoakProcess;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs a worker under mixed load for long, while the way to its server has faults, and judges
 * whether each activity had exactly one outcome, and heap and threads stayed as they were.
 */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = {
      "A worker under mixed load, with faults on the way to its server.",
      "Exit code 1 if an outcome was lost or doubled, if the worker did not recover, or if heap or"
          + " threads grew."
    })
public final class SoakBenchmark implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long work comes in: a quarter, or a round, for the warm-up, then in rounds. After"
              + " each, the work is done, which takes up to two minutes more.")
  private Duration time = Duration.ofMinutes(30);

  @Option(
      names = "--round",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "After which heap and threads are measured.")
  private Duration round = Duration.ofMinutes(5);

  @Option(names = "--rate", paramLabel = "N", description = "Activities per second.")
  private double rate = 200;

  @Option(
      names = "--longest",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "How long the work of an activity takes at the most.")
  private Duration longest = Duration.ofSeconds(20);

  @Option(
      names = "--settling",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long idle threads are waited for, at the most, before heap and threads are measured.")
  private Duration settling = Duration.ofSeconds(70);

  @Option(
      names = "--calm",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The least time between two faults, in which the worker is to recover.")
  private Duration calm = Duration.ofSeconds(12);

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of activities and faults, to have the same again. Random if not given.")
  private @Nullable Long seed;

  @Option(
      names = "--leak",
      paramLabel = "BYTES",
      description = "Kept of each attempt for no reason, to see that it is noticed.")
  private int leak;

  /** With the defaults; picocli sets the rest. */
  public SoakBenchmark() {}

  @Override
  public Integer call() throws InterruptedException {
    CommandLine commandLine = Objects.requireNonNull(spec, "picocli sets it").commandLine();
    if (!(rate > 0) || shortest(time, round, longest).toSeconds() < 1 || leak < 0) {
      throw new ParameterException(
          commandLine,
          ("There is nothing to see with --time %s --round %s --longest %s --rate %s --leak %d. Give"
                  + " at least a second of each time, a rate above 0, and no leak below it.")
              .formatted(time, round, longest, rate, leak));
    }
    long usedSeed = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
    commandLine.getErr().println("seed " + usedSeed);
    Settings settings = new Settings(usedSeed, time, round, calm, rate, longest, settling, leak);
    Report report = run(settings, commandLine.getErr()::println);
    report.lines().forEach(commandLine.getOut()::println);
    return report.verdict().passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static Duration shortest(Duration... times) {
    return Collections.min(List.of(times));
  }

  private static Report run(Settings settings, Consumer<String> progress)
      throws InterruptedException {
    Witness witness = new Witness(settings.activities());
    Verdict verdict = new Verdict(witness);
    try (SoakProcess server = SoakProcess.start(settings.seed(), settings.longest());
        LonghaulClient client = LonghaulClient.connect(module(server));
        Desk desk = new Desk(witness, settings.keptBytes())) {
      Injector injector =
          Guice.createInjector(
              module(server),
              new SoakBlockingHandler_AsyncActivityModule(),
              new SoakStageHandler_AsyncActivityModule(),
              new SoakExternalHandler_AsyncActivityModule(),
              new SoakClientHandler_AsyncActivityModule(),
              binder -> binder.bind(Desk.class).toInstance(desk),
              binder ->
                  binder.bind(Elsewhere.class).toInstance(new Elsewhere(client, witness, desk)));
      try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start()) {
        var manager = injector.getInstance(LongRunningActivityManager.class);
        manager.addListener(witness);
        List<Round> rounds =
            new Soak(settings, server, runtime::health, manager, verdict, progress).run();
        return new Report(rounds, verdict, witness.ends());
      }
    }
  }

  private static LonghaulModule module(SoakProcess server) {
    return LonghaulModule.forTarget(server.target())
        .options(RuntimeOptions.defaults().toBuilder().maxConcurrentActivities(1_000).build());
  }
}
