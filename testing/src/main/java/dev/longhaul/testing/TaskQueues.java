package dev.longhaul.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentVersion;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tasks that wait for a poll and polls that wait for a task. Used under the service's lock. */
final class TaskQueues {
  private final Map<String, Queue> queues = new HashMap<>();
  private final BiConsumer<ActivityExecution, OpenPoll> match;

  private static final class Queue {
    private final Deque<ActivityExecution> tasks = new ArrayDeque<>();
    private final Deque<OpenPoll> polls = new ArrayDeque<>();
    private @Nullable PollActivityTaskQueueRequest lastPoll;
    private @Nullable WorkerDeploymentVersion current;
  }

  /** {@code match} is told which task goes to which poll. */
  TaskQueues(BiConsumer<ActivityExecution, OpenPoll> match) {
    this.match = match;
  }

  void offer(ActivityExecution task) {
    queue(task.run.namespace().name(), task.spec.taskQueue()).tasks.add(task);
    matchAll(queue(task.run.namespace().name(), task.spec.taskQueue()));
  }

  /** Takes a task back that nobody has got yet. */
  void withdraw(ActivityExecution task) {
    queue(task.run.namespace().name(), task.spec.taskQueue()).tasks.remove(task);
  }

  void poll(OpenPoll poll) {
    Queue queue = queue(poll.request().getNamespace(), poll.queueName());
    queue.lastPoll = poll.request();
    queue.polls.add(poll);
    matchAll(queue);
  }

  /** Forgets a poll; false, if it was answered already. */
  @CanIgnoreReturnValue
  boolean drop(OpenPoll poll) {
    return queue(poll.request().getNamespace(), poll.queueName()).polls.remove(poll);
  }

  /** Takes those out that fit. */
  List<OpenPoll> take(String namespace, String name, Predicate<OpenPoll> which) {
    Queue queue = queue(namespace, name);
    List<OpenPoll> taken = new ArrayList<>(queue.polls.stream().filter(which).toList());
    queue.polls.removeAll(taken);
    return taken;
  }

  int openPolls(String namespace, String name) {
    return queue(namespace, name).polls.size();
  }

  @Nullable PollActivityTaskQueueRequest lastPoll(String namespace, String name) {
    return queue(namespace, name).lastPoll;
  }

  void setCurrentVersion(String namespace, String name, WorkerDeploymentVersion version) {
    queue(namespace, name).current = version;
  }

  @Nullable WorkerDeploymentVersion currentVersion(String namespace, String name) {
    return queue(namespace, name).current;
  }

  private Queue queue(String namespace, String name) {
    return queues.computeIfAbsent(namespace + "\0" + name, key -> new Queue());
  }

  private void matchAll(Queue queue) {
    while (!queue.tasks.isEmpty() && !queue.polls.isEmpty()) {
      match.accept(queue.tasks.remove(), queue.polls.remove());
    }
  }
}
