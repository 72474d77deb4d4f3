package dev.longhaul.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The fake service answers as a real server does. */
class SemanticsOnFakeTest
    implements StateSemantics,
        RequestSemantics,
        PollSemantics,
        SizeSemantics,
        HeartbeatSemantics,
        OperatorSemantics,
        RetrySemantics,
        TimeoutSemantics,
        DescribeSemantics {
  private static TestedServer server;
  private static Running running;

  @BeforeAll
  static void start() {
    server = new FakeTestedServer();
    running = Running.of(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Override
  public TestedServer server() {
    return server;
  }

  @Override
  public Running running() {
    return running;
  }
}
