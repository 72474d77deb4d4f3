package dev.longhaul.benchmarks.compile;

import dev.longhaul.benchmarks.measure.Rounds;
import dev.longhaul.benchmarks.measure.Spread;
import dev.longhaul.benchmarks.measure.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compiles many handlers in several ways, in turns, in one JVM that is warm. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Compilations of many handlers with Longhaul's processors and without.")
public final class CompileBenchmark implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--handlers", paramLabel = "N", description = "How many handlers are compiled.")
  private int handlers = 200;

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each way to compile.")
  private int rounds = 15;

  @Option(names = "--warm-up", paramLabel = "N", description = "Rounds before those that count.")
  private int warmUp = 10;

  @Override
  public Integer call() throws InterruptedException {
    if (handlers < 1 || rounds < 1 || warmUp < 0) {
      throw new ParameterException(
          commandLine(),
          ("There is nothing to measure with --handlers %d --rounds %d --warm-up %d. Give at least"
                  + " one handler and one round, and for the warm-up 0 or more.")
              .formatted(handlers, rounds, warmUp));
    }
    print(measure());
    return CommandLine.ExitCode.OK;
  }

  /**
   * A way to compile that is measured.
   *
   * @param millis how long each compilation took that counts
   */
  private record Subject(Compiling way, List<JavaFileObject> sources, List<Double> millis) {
    double compile() {
      long start = System.nanoTime();
      way.compile(sources);
      return (System.nanoTime() - start) / 1e6;
    }

    Spread spread() {
      return Spread.of(millis.stream().mapToDouble(Double::doubleValue));
    }
  }

  private List<Subject> measure() throws InterruptedException {
    List<JavaFileObject> sources = HandlerSources.of(handlers);
    List<Subject> subjects =
        Stream.of(Compiling.values())
            .map(way -> new Subject(way, way.sources(sources), new ArrayList<>()))
            .toList();
    new Rounds(warmUp + rounds)
        .run(
            subjects,
            (round, subject) -> {
              double taken = subject.compile();
              if (round > warmUp) {
                subject.millis().add(taken);
              }
            });
    return subjects;
  }

  private void print(List<Subject> subjects) {
    double empty =
        subjects.stream()
            .filter(subject -> subject.way() == Compiling.EMPTY_PROCESSOR)
            .mapToDouble(subject -> subject.spread().median())
            .sum();
    Table table =
        new Table(1, handlers + " handlers", "median ms", "min", "max", "÷ empty processor");
    for (Subject subject : subjects) {
      Spread spread = subject.spread();
      table.add(
          subject.way().title(),
          whole(spread.median()),
          whole(spread.min()),
          whole(spread.max()),
          String.format(Locale.ROOT, "%.2f", spread.median() / empty));
    }
    table.lines().forEach(commandLine().getOut()::println);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine();
  }

  private static String whole(double millis) {
    return String.format(Locale.ROOT, "%.0f", millis);
  }
}
