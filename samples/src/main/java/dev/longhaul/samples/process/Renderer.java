package dev.longhaul.samples.process;

import dev.longhaul.samples.common.JavaCommand;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program that the handler runs: it has never heard of Temporal. It prints a line for each
 * frame, and leaves part of the work to a process of its own. Its exit code is not 0 if it fails.
 */
final class Renderer {
  private static final int NO_FILM = 2;
  private static final int CRASHED = 3;

  private Renderer() {}

  /**
   * The command that renders a film.
   *
   * @param done what was done before, if anything
   */
  static List<String> command(RenderOrder order, @Nullable Progress done) {
    List<String> command = new ArrayList<>(JavaCommand.of(Renderer.class.getName()));
    command.add(Integer.toString(done == null ? 0 : done.frame()));
    command.add(Integer.toString(order.frames()));
    command.add(Integer.toString(order.crashAt()));
    return command;
  }

  public static void main(String... arguments) throws IOException {
    int done = Integer.parseInt(arguments[0]);
    int frames = Integer.parseInt(arguments[1]);
    int crashAt = Integer.parseInt(arguments[2]);
    if (frames < 1) {
      fail(NO_FILM, "there is no film of " + frames + " frames");
    }
    Process encoder = new ProcessBuilder(JavaCommand.of(Encoder.class.getName())).start();
    try (BufferedWriter raw = encoder.outputWriter();
        BufferedReader encoded = encoder.inputReader()) {
      for (int frame = done + 1; frame <= frames; frame++) {
        raw.write(frame + System.lineSeparator());
        raw.flush();
        System.out.println(new Progress(Integer.parseInt(encoded.readLine()), frames));
        if (frame == crashAt) {
          fail(CRASHED, "no memory left", "giving up after frame " + frame);
        }
      }
    }
  }

  private static void fail(int exitCode, String... why) {
    for (String line : why) {
      System.err.println(line);
    }
    System.exit(exitCode);
  }
}
