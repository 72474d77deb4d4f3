package dev.longhaul.runtime.internal.manage;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what becomes of activities that a process leaves behind. */
final class ReleaseLog {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseLog.class);

  private ReleaseLog() {}

  static void released(ActivityTask task) {
    Duration timeout = task.heartbeatTimeout();
    if (timeout != null && timeout.isZero()) {
      LOG.info("{} is released: it stays open on the server", task);
    } else {
      LOG.warn(
          "{} is released: it stays open on the server, but times out unless somebody heartbeats it"
              + " within {}",
          task,
          timeout == null ? "its heartbeat timeout" : timeout);
    }
  }
}
