package dev.longhaul.runtime.internal.poll;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.longhaul.runtime.internal.connect.DeploymentVersion;
import dev.longhaul.runtime.internal.connect.Routing;
import dev.longhaul.runtime.internal.connect.TaskPolls;
import dev.longhaul.runtime.internal.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of a queue whose tasks go to another version than that of this process. The server tells
 * such a process nothing: its polls are just empty, as they are on an idle queue. So it is asked
 * when a poll was empty, and not often. Thread-safe.
 */
final class VersionWatch {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  private final TaskPolls polls;
  private final Optional<DeploymentVersion> own;
  private final Ticker ticker;

  @GuardedBy("this")
  private long nextNanos;

  @GuardedBy("this")
  private @Nullable Routing told;

  /**
   * For one queue.
   *
   * @param own the version that this process polls as; empty if without one
   */
  VersionWatch(TaskPolls polls, Optional<DeploymentVersion> own, Ticker ticker) {
    this.polls = polls;
    this.own = own;
    this.ticker = ticker;
    this.nextNanos = ticker.nanoTime();
  }

  /** A poll was empty. */
  void nothingCame() {
    synchronized (this) {
      long now = ticker.nanoTime();
      if (now - nextNanos < 0) {
        return;
      }
      nextNanos = now + PAUSE.toNanos();
    }
    // Servers that have no versions, or do not let this process ask, route by none.
    polls.routing().thenAccept(this::check);
  }

  private void check(Routing routing) {
    synchronized (this) {
      if (routing.equals(told)) {
        return;
      }
      told = routing;
    }
    if (!routing.reaches(own)) {
      LOG.warn("task queue {}: {}", polls.taskQueue(), problem(routing));
    }
  }

  private String problem(Routing routing) {
    if (routing.current().isEmpty()) {
      return "no version of its worker deployment is current, so its tasks go to processes without a"
          + " version, and this one polls as "
          + own.map(DeploymentVersion::toString).orElse("")
          + ". Make that current (temporal worker deployment set-current-version), or leave"
          + " RuntimeOptions.deployment out";
    }
    return "Temporal hands its tasks to pollers of version "
        + routing.current().get()
        + own.map(
                version ->
                    ", and this process polls as "
                        + version
                        + ", which is neither current nor ramping: only tasks of workflows that are"
                        + " pinned to it will come")
            .orElse(
                ", and this process polls without a version: no task will come. Give it the version"
                    + " by RuntimeOptions.deployment, or let the queue go back to processes without"
                    + " one (temporal worker deployment set-current-version --unversioned)");
  }
}
