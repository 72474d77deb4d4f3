package dev.longhaul.runtime.internal.poll;

import dev.longhaul.api.PollHealth;
import dev.longhaul.api.options.VersioningMode;
import dev.longhaul.api.options.WorkerDeployment;
import dev.longhaul.runtime.internal.connect.DeploymentVersion;
import dev.longhaul.runtime.internal.connect.TaskPolls;
import dev.longhaul.runtime.internal.dispatch.Dispatcher;
import dev.longhaul.runtime.internal.dispatch.QueueRoom;
import dev.longhaul.runtime.internal.manage.CallGate;
import dev.longhaul.runtime.internal.manage.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Polls one task queue, by several polls at once and never more than there is room for.
 * Thread-safe; no thread waits.
 */
public final class QueuePoller {
  private final TaskPolls polls;
  private final PollStatus status;
  private final List<PollLane> lanes = new ArrayList<>();

  /**
   * One that has not started.
   *
   * @param pollers how many polls are open at the most
   * @param deployment the version of this process
   */
  public QueuePoller(
      TaskPolls polls,
      QueueRoom room,
      int pollers,
      Optional<WorkerDeployment> deployment,
      Dispatcher dispatcher,
      Services services,
      CallGate gate) {
    this.polls = polls;
    this.status = new PollStatus(polls.taskQueue(), services.ticker());
    VersionWatch versions = new VersionWatch(polls, version(deployment), services.ticker());
    for (int i = 0; i < room.mostPolls(pollers); i++) {
      lanes.add(new PollLane(polls, room, dispatcher, services, gate, status, versions));
    }
  }

  private static Optional<DeploymentVersion> version(Optional<WorkerDeployment> deployment) {
    return deployment
        .filter(given -> given.mode() == VersioningMode.VERSIONED)
        .map(given -> new DeploymentVersion(given.name(), given.buildId()));
  }

  public String taskQueue() {
    return polls.taskQueue();
  }

  /** How many polls are open at the most. */
  public int pollers() {
    return lanes.size();
  }

  /** How its polls do. */
  public PollHealth health() {
    return status.health();
  }

  /** Polls until it is stopped. */
  public void start() {
    lanes.forEach(PollLane::start);
  }

  /** Starts no more polls; completes when the open ones were answered. */
  public CompletableFuture<Void> stop() {
    CompletableFuture<?>[] stopped =
        lanes.stream().map(PollLane::stop).toArray(CompletableFuture<?>[]::new);
    polls.endPolls();
    return CompletableFuture.allOf(stopped);
  }

  /** Gives up the open polls; tasks that the server matches meanwhile are lost until a timeout. */
  public void cancel() {
    lanes.forEach(PollLane::cancel);
  }
}
