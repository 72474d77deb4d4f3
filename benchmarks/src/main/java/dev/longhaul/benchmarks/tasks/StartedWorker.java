package dev.longhaul.benchmarks.tasks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * A process that does nothing but start a worker, and end with its standard input; started by
 * {@link StartUp}. It answers each line with the number of its threads. Its arguments are the index
 * of the worker in {@link #WORKERS}, and the target.
 */
final class StartedWorker {
  static final int POLLERS = 5;
  static final List<Subject> WORKERS = workers();

  private StartedWorker() {}

  private static List<Subject> workers() {
    return Subject.all(List.of(POLLERS), List.of(new SdkSettings(POLLERS, 200, false, false)))
        .stream()
        .filter(subject -> subject.form() == Form.BLOCKING)
        .toList();
  }

  public static void main(String... arguments) throws IOException {
    Subject subject = WORKERS.get(Integer.parseInt(arguments[0]));
    Worker worker = subject.starter().start(arguments[1]);
    for (int read = System.in.read(); read >= 0; read = System.in.read()) {
      if (read == '\n') {
        System.out.println(ManagementFactory.getThreadMXBean().getThreadCount());
      }
    }
    worker.close();
  }
}
