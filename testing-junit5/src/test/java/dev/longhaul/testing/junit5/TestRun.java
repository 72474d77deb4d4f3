package dev.longhaul.testing.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** A test run within a test: of classes that the build does not run by itself. */
final class TestRun {
  private TestRun() {}

  /** The tests' events, all started at once where the classes allow it. */
  static Events of(Class<?>... classes) {
    EngineTestKit.Builder run =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .configurationParameter("junit.jupiter.conditions.deactivate", "*");
    for (Class<?> each : classes) {
      run.selectors(selectClass(each));
    }
    EngineExecutionResults results = run.execute();
    return results.testEvents();
  }

  /** What such a run prints to the error stream; for tests that hold its lock. */
  static String errorOutput(Class<?> type) {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      of(type);
    } finally {
      System.setErr(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
