package dev.longhaul.functional;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program of its own with a stage handler that never ends by itself, closed with its JVM. */
final class EndingProcess implements AutoCloseable {
  private static final String HAS_AN_ACTIVITY = "there is an activity";

  private final Process process;
  private final BufferedReader output;
  private final List<String> said = new ArrayList<>();

  private EndingProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /**
   * Has an activity; then, as the last argument says, {@code closes} and ends, or {@code waits}
   * until it is closed.
   */
  public static void main(String... arguments) throws InterruptedException {
    Controlled controlled = new Controlled();
    Injector injector =
        Guice.createInjector(
            LonghaulModule.forTarget(arguments[0])
                .options(Longhaul.OPTIONS.toBuilder().closeOnJvmShutdown(true).build())
                .defaults(handler -> handler.taskQueue(arguments[1])),
            new Controlled_ControlledStageHandler_AsyncActivityModule(),
            binder -> binder.bind(Controlled.class).toInstance(controlled));
    try (LonghaulRuntime runtime = injector.getInstance(LonghaulRuntime.class).start()) {
      controlled.nextStage();
      System.out.println(HAS_AN_ACTIVITY);
      if (arguments[2].equals("waits")) {
        runtime.awaitShutdown();
      }
    }
  }

  static EndingProcess start(String target, String taskQueue, String what) throws IOException {
    return new EndingProcess(
        JavaProgram.of(EndingProcess.class, target, taskQueue, what)
            .redirectErrorStream(true)
            .start());
  }

  void awaitActivity() throws IOException {
    String line;
    do {
      line = output.readLine();
      said.add(line);
    } while (line != null && !line.equals(HAS_AN_ACTIVITY));
  }

  /** Asks it to end, by SIGTERM where there are signals. */
  void terminate() {
    process.toHandle().destroy(); // leaves the output open, other than the process's own method
  }

  boolean canBeTerminated() {
    return process.supportsNormalTermination();
  }

  /** Its exit code. */
  int awaitEnd() throws IOException, InterruptedException {
    output.lines().forEach(said::add);
    return process.waitFor();
  }

  /** What it has written. */
  List<String> said() {
    return said;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
