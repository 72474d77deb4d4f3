package dev.longhaul.benchmarks.tasks;

import dev.longhaul.benchmarks.measure.Rounds;
import dev.longhaul.benchmarks.server.ServerProcess;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures activity tasks from poll to outcome by workers side by side: one warm JVM, the server in
 * another process on the same machine, workers in turns.
 */
@Command(
    name = "tasks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Activity tasks from poll to outcome, by workers of Longhaul and the Java SDK.")
public final class TasksBenchmark implements Callable<Integer> {
  /** The first Java that has them. */
  private static final int VIRTUAL_THREADS = 21;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--rounds", paramLabel = "N", description = "Turns of each worker.")
  private int rounds = 5;

  @Option(names = "--seconds", paramLabel = "S", description = "Measured time of a turn.")
  private double seconds = 2;

  @Option(names = "--ramp", paramLabel = "S", description = "Time of a turn before that.")
  private double ramp = 1;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "Time for each worker before the first turn.")
  private double warmUp = 3;

  @Option(
      names = "--open",
      paramLabel = "N",
      description = "Tasks without an outcome at the most; polls wait for the others.")
  private int open = 1_000;

  @Option(
      names = "--pollers",
      paramLabel = "N",
      split = ",",
      description = "Polls of Longhaul that are open at once; may be several numbers.")
  private List<Integer> pollers = List.of(5, 20, 60);

  @Option(
      names = "--sdk-pollers",
      paramLabel = "N",
      split = ",",
      description = "Pollers of the Java SDK; may be several numbers.")
  private List<Integer> sdkPollers = List.of(5, 20, 60);

  @Option(
      names = "--sdk-slots",
      paramLabel = "N",
      split = ",",
      description = "Activities that the Java SDK runs at once; may be several numbers.")
  private List<Integer> sdkSlots = List.of(200);

  @Option(
      names = "--sdk-on-network",
      arity = "1",
      paramLabel = "BOOLEAN",
      split = ",",
      description = "Whether the Java SDK handles answers where they arrive; may be both.")
  private List<Boolean> sdkOnNetwork = List.of(false, true);

  @Option(
      names = "--sdk-virtual-threads",
      arity = "1",
      paramLabel = "BOOLEAN",
      split = ",",
      description = "Whether the Java SDK has virtual threads, with Java 21; may be both.")
  private List<Boolean> sdkVirtualThreads = List.of(false);

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description =
          "Only this one, beside what the Java SDK does instead: ${COMPLETION-CANDIDATES}.")
  private @Nullable Form form;

  @Option(
      names = "--worker",
      paramLabel = "NAME",
      description = "Only workers whose names begin like this.")
  private String worker = "";

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "Processes that are started with each worker, for the time to the first poll.")
  private int starts = 7;

  /** With the defaults; picocli sets the rest. */
  public TasksBenchmark() {}

  @Override
  public Integer call() throws InterruptedException {
    List<Subject> subjects = subjects();
    if (subjects.isEmpty() || rounds < 1 || open < 1 || !(seconds > 0)) {
      throw new ParameterException(
          commandLine(),
          ("There is nothing to measure with --rounds %d --seconds %s --open %d --worker \"%s\". Give"
                  + " at least one round, some time, one open task, and a worker that there is.")
              .formatted(rounds, seconds, open, worker));
    }
    if (sdkVirtualThreads.contains(true) && Runtime.version().feature() < VIRTUAL_THREADS) {
      throw new ParameterException(
          commandLine(),
          "--sdk-virtual-threads true needs Java %d, and this is %s. Run Maven with a newer one."
              .formatted(VIRTUAL_THREADS, Runtime.version()));
    }
    PrintWriter out = commandLine().getOut();
    try (ServerProcess server = ServerProcess.dealing(open)) {
      Results results = new Results(measure(server, subjects));
      new Report(results).lines().forEach(out::println);
      out.println();
      new Targets(results).lines().forEach(out::println);
      if (starts > 0) {
        progress("starting processes");
        out.println();
        new StartUp(new Rounds(starts)).lines(server).forEach(out::println);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private List<Subject> subjects() {
    Stream<Subject> subjects =
        Subject.all(pollers, sdkSettings()).stream()
            .filter(subject -> subject.worker().startsWith(worker));
    return (form == null ? subjects : subjects.filter(this::isOfForm)).toList();
  }

  private List<SdkSettings> sdkSettings() {
    return sdkPollers.stream()
        .flatMap(count -> sdkSlots.stream().flatMap(slots -> sdkSettings(count, slots)))
        .toList();
  }

  private Stream<SdkSettings> sdkSettings(int count, int slots) {
    return sdkOnNetwork.stream()
        .flatMap(
            network ->
                sdkVirtualThreads.stream()
                    .map(virtual -> new SdkSettings(count, slots, network, virtual)));
  }

  private boolean isOfForm(Subject subject) {
    Form wanted = Objects.requireNonNull(form);
    return subject.form() == (subject.isLonghaul() ? wanted : wanted.ofSdk());
  }

  private List<Measurement> measure(ServerProcess server, List<Subject> subjects)
      throws InterruptedException {
    progress("warming up");
    int otherThreads = Turn.threads();
    Turn warmingUp = new Turn(Duration.ZERO, seconds(warmUp), otherThreads);
    for (Subject subject : subjects) {
      warmingUp.take(server, subject);
    }
    List<Measurement> measurements = new ArrayList<>();
    Turn turn = new Turn(seconds(ramp), seconds(seconds), otherThreads);
    progress("measuring " + subjects.size() + " workers");
    new Rounds(rounds)
        .run(subjects, (round, subject) -> measurements.add(turn.take(server, subject)));
    return measurements;
  }

  private void progress(String begins) {
    commandLine().getErr().println(begins);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "picocli sets it").commandLine();
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
