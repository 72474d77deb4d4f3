package dev.longhaul.processor;

import dev.longhaul.processor.check.Show;
import dev.longhaul.processor.diagnostic.BuildRule;
import dev.longhaul.processor.diagnostic.Place;
import dev.longhaul.processor.diagnostic.Report;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;

/**
 * The last resort: an exception out of a processor would end the compilation with a stack trace
 * that says nothing to whoever compiles.
 */
final class Crash {
  private static final int DEEPEST_FRAMES = 12;

  private Crash() {}

  /** Runs the code, and reports what it throws at the class. */
  static void guard(Runnable code, TypeElement type, Report report) {
    guard(code, Place.of(type), Show.type(type), report);
  }

  /** Runs the code, and reports what it throws. */
  static void guard(Runnable code, Report report) {
    guard(code, Place.nowhere(), "the compilation as a whole", report);
  }

  // All but what nobody can go on from: running out of memory, and being stopped.
  @SuppressWarnings("CatchingUnchecked")
  private static void guard(Runnable code, Place place, String where, Report report) {
    try {
      code.run();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      if (isMissingClass(e)) {
        report.add(BuildRule.MISSING_CLASS, place, where, missing(e));
      } else {
        report.add(BuildRule.CRASH, place, where, stack(e), versions());
      }
    }
  }

  // javac's own exception for a class file that an element needs and nobody has.
  private static boolean isMissingClass(Throwable e) {
    return e.getClass().getName().endsWith(".Symbol$CompletionFailure");
  }

  private static String missing(Throwable e) {
    return String.valueOf(e.getMessage()).replaceFirst("^class file for (\\S+) not found.*", "$1");
  }

  private static String stack(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .limit(DEEPEST_FRAMES)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining("", e.toString(), "\n"))
        .stripTrailing();
  }

  private static String versions() {
    String version = Crash.class.getPackage().getImplementationVersion();
    return "longhaul-processor "
        + (version == null ? "of an unknown version" : version)
        + ", Java "
        + Runtime.version();
  }
}
