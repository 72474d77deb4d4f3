package dev.longhaul.testing;

import dev.longhaul.proto.workflow.v1.PendingActivityInfo;
import java.util.Optional;

/** An activity of the server that is tested, and what others than its worker do to it. */
interface TestedActivity {
  /** How the run ends that it belongs to, or that it is. */
  enum Ending {
    COMPLETED,
    TERMINATED,
    CONTINUED_AS_NEW,
    RESET
  }

  /** Empty, if it is a standalone one. */
  String workflowId();

  String runId();

  String activityId();

  void requestCancel();

  void pause();

  void unpause();

  void reset();

  void end(Ending how);

  /** As the server describes it; empty, if it is closed. */
  Optional<PendingActivityInfo> pending();

  /** How it was closed. */
  Closing closing();
}
