package dev.longhaul.samples.externalservice;

import com.google.inject.Guice;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.samples.common.JavaCommand;
import dev.longhaul.samples.common.TemporalService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A worker with the handler, in a process of its own: until it is killed, or until standard input
 * ends, at the latest with its parent.
 */
final class ReadingProcess implements AutoCloseable {
  private final Process process;

  private ReadingProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the process.
   *
   * @throws IOException if this machine cannot
   */
  static ReadingProcess start(TemporalService temporal, String taskQueue, URI service)
      throws IOException {
    List<String> command = JavaCommand.of(ReadingProcess.class.getName());
    command.addAll(List.of(temporal.target(), temporal.namespace(), taskQueue, service.toString()));
    return new ReadingProcess(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  public static void main(String... arguments) throws IOException {
    LonghaulModule longhaul =
        LonghaulModule.forTarget(arguments[0])
            .namespace(arguments[1])
            .options(RuntimeOptions.defaults().toBuilder().drainTime(Duration.ZERO).build())
            .defaults(handler -> handler.taskQueue(arguments[2]));
    LonghaulRuntime unused =
        Guice.createInjector(longhaul, new ReadingModule(URI.create(arguments[3])))
            .getInstance(LonghaulRuntime.class)
            .start();
    while (System.in.read() >= 0) {
      // Nobody says anything.
    }
    Runtime.getRuntime().halt(0);
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does: nothing in it can tell anybody. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
