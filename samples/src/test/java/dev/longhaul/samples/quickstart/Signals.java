package dev.longhaul.samples.quickstart;

import java.io.IOException;

/** The signal that Ctrl-C sends. */
final class Signals {
  private Signals() {}

  static void interrupt(long pid) throws IOException, InterruptedException {
    int exitCode = new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    if (exitCode != 0) {
      throw new AssertionError("process " + pid + " cannot be interrupted");
    }
  }

  /**
   * Whether the signal does nothing to processes that are started from here: so it is in what a
   * shell runs in the background, and a process cannot change it for the processes that it starts.
   */
  static boolean interruptIsIgnored() throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "kill -INT $$; exit 0").start();
    return shell.waitFor() == 0;
  }
}
