package dev.longhaul.functional;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.inject.Guice;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A worker of its own, to be ended in the middle of its work; it tells what it does. */
final class RollingProcess implements AutoCloseable {
  private static final String READY = "ready";
  private static final String RENDERS = "renders ";
  private static final String BEGUN = "begun ";
  private static final String DONE = "done ";
  private static final String STOPPED = "stopped ";

  private final Process process;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Thread reader;

  private RollingProcess(Process process) {
    this.process = process;
    BufferedReader output = process.inputReader(UTF_8);
    this.reader = new Thread(() -> output.lines().forEach(said::add), "output of a worker");
    reader.setDaemon(true);
    reader.start();
  }

  /** Works for four seconds, longer than a process takes to end, alive all the time. */
  @AsyncActivityHandler(activityType = "Steps", heartbeatInterval = "1s")
  static final class StepsHandler {
    @OnStart
    String start(ActivityContext context) throws InterruptedException {
      String attempt = context.workflowId() + " " + context.attempt();
      System.out.println(BEGUN + attempt);
      try {
        new CountDownLatch(1).await(4, TimeUnit.SECONDS);
        System.out.println(DONE + attempt);
        return "done";
      } catch (InterruptedException e) {
        System.out.println(STOPPED + attempt);
        throw e;
      }
    }
  }

  /** Leaves the work to whoever reads its token. */
  @AsyncActivityHandler(activityType = "Render", heartbeatInterval = "none")
  @SuppressWarnings("LH084")
  static final class RenderHandler {
    @OnStart
    void start(PendingActivity<String> pending) {
      System.out.println(RENDERS + pending.taskToken().toText());
    }
  }

  public static void main(String... arguments) throws InterruptedException {
    LonghaulRuntime runtime =
        Guice.createInjector(
                LonghaulModule.forTarget(arguments[0])
                    .options(
                        Longhaul.OPTIONS.toBuilder()
                            .pollDrain(Duration.ofSeconds(1))
                            .closeOnJvmShutdown(true)
                            .build())
                    .defaults(handler -> handler.taskQueue(arguments[1])),
                new RollingProcess_StepsHandler_AsyncActivityModule(),
                new RollingProcess_RenderHandler_AsyncActivityModule())
            .getInstance(LonghaulRuntime.class)
            .start();
    System.out.println(READY);
    runtime.awaitShutdown();
  }

  static RollingProcess start(String target, String taskQueue) {
    try {
      return new RollingProcess(
          JavaProgram.of(RollingProcess.class, target, taskQueue)
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isReady() {
    return said.contains(READY);
  }

  /** The tokens of the work that it has left to others. */
  List<String> rendering() {
    return told(RENDERS).toList();
  }

  /** Whether it is in the middle of some work. */
  boolean isWorking() {
    return told(BEGUN).count() > told(DONE).count() + told(STOPPED).count();
  }

  /** Which attempts of which workflows it has stopped. */
  List<String> stopped() {
    return told(STOPPED).toList();
  }

  private Stream<String> told(String what) {
    return said.stream()
        .filter(line -> line.startsWith(what))
        .map(line -> line.substring(what.length()));
  }

  /** What it has logged. */
  List<String> said() {
    return said;
  }

  boolean canBeTerminated() {
    return process.supportsNormalTermination();
  }

  /** SIGTERM; waits until it has ended. */
  void terminate() throws InterruptedException {
    process.toHandle().destroy(); // leaves the output open, other than the process's own method
    awaitEnd();
  }

  /** SIGKILL; waits until it has ended. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    process.waitFor();
    reader.join();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
