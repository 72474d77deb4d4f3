package dev.longhaul.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Where the command starts. */
public final class Main {
  private static final String LOGGER = "org.slf4j.simpleLogger.";

  private Main() {}

  /** Runs the command, and exits with its code. */
  public static void main(String... arguments) {
    logging(Arrays.asList(arguments).contains(Connecting.VERBOSE));
    Console console =
        new Console(
            System.getenv(),
            System.in,
            new PrintWriter(System.out, true, Charset.defaultCharset()),
            new PrintWriter(System.err, true, Charset.defaultCharset()));
    System.exit(Longhaul.run(console, arguments));
  }

  // Before the first logger is made, and so long before picocli reads the arguments. gRPC's own
  // loggers stay silent whatever is asked for: they print headers, the API key among them.
  private static void logging(boolean verbose) {
    System.setProperty(LOGGER + "defaultLogLevel", "error");
    System.setProperty(LOGGER + "showThreadName", "false");
    System.setProperty(LOGGER + "showShortLogName", "true");
    System.setProperty(LOGGER + "log.dev.longhaul", verbose ? "debug" : "warn");
    if (!verbose) {
      // What it warns of is in the outcome, too.
      System.setProperty(LOGGER + "log.dev.longhaul.runtime.internal.connect", "error");
    }
  }
}
