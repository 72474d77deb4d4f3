package dev.longhaul.testing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What a real server answers. */
class SemanticsIT
    implements StateSemantics,
        RequestSemantics,
        PollSemantics,
        SizeSemantics,
        HeartbeatSemantics,
        OperatorSemantics,
        RetrySemantics,
        TimeoutSemantics,
        DescribeSemantics,
        OperatorRefusals {
  private static TestedServer server;
  private static Running running;

  @BeforeAll
  static void start() {
    server = new RealTestedServer();
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
