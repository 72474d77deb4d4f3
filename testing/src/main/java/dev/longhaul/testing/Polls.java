package dev.longhaul.testing;

import static dev.longhaul.testing.Refusals.invalidArgument;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.ShutdownWorkerRequest;
import io.grpc.Deadline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Long polls and how they end. Used under the service's lock. */
final class Polls {
  private static final long MIN_DEADLINE_SECONDS = 2;
  private static final String RESERVED_PREFIX = "/_sys/";

  private final Namespaces namespaces;
  private final TaskQueues queues;
  private final Monitor monitor;
  private final boolean endOnShutdown;
  private final Set<String> shutDown = new HashSet<>();

  Polls(Namespaces namespaces, TaskQueues queues, Monitor monitor, boolean endOnShutdown) {
    this.namespaces = namespaces;
    this.queues = queues;
    this.monitor = monitor;
    this.endOnShutdown = endOnShutdown;
  }

  boolean endOnShutdown() {
    return endOnShutdown;
  }

  /** Opens a poll, or throws the refusal. */
  OpenPoll open(PollActivityTaskQueueRequest request, @Nullable Deadline deadline) {
    RequestChecks.usable(request.getNamespace(), namespaces);
    checkDeadline(deadline);
    checkNames(request);
    OpenPoll poll = new OpenPoll(request);
    if (shutDown.contains(request.getWorkerInstanceKey())) {
      monitor.later(poll::answerEmpty);
    } else {
      queues.poll(poll);
    }
    return poll;
  }

  void drop(OpenPoll poll) {
    queues.drop(poll);
  }

  /** Ends a poll that still waits, as the server does shortly before the caller gives up. */
  void expire(OpenPoll poll) {
    if (queues.drop(poll)) {
      monitor.later(poll::answerEmpty);
    }
  }

  /** Ends the polls of the worker, if this server can. */
  void shutDown(ShutdownWorkerRequest request) {
    RequestChecks.usable(request.getNamespace(), namespaces);
    String key = request.getWorkerInstanceKey();
    if (endOnShutdown && !key.isEmpty()) {
      shutDown.add(key);
      answerEmpty(
          request.getNamespace(),
          request.getTaskQueue(),
          poll -> poll.request().getWorkerInstanceKey().equals(key));
    }
  }

  /** Ends polls as the server does when their time is over; returns how many. */
  @CanIgnoreReturnValue
  int answerEmpty(String namespace, String queue, Predicate<OpenPoll> which) {
    List<OpenPoll> ended = queues.take(namespace, queue, which);
    ended.forEach(poll -> monitor.later(poll::answerEmpty));
    return ended.size();
  }

  private static void checkDeadline(@Nullable Deadline deadline) {
    if (deadline == null) {
      throw invalidArgument("Context timeout is not set.");
    } else if (deadline.timeRemaining(TimeUnit.SECONDS) < MIN_DEADLINE_SECONDS) {
      throw Refusals.failedPrecondition("Context timeout is too short.");
    }
  }

  private static void checkNames(PollActivityTaskQueueRequest request) {
    String queue = request.getTaskQueue().getName();
    if (!request.hasTaskQueue()) {
      throw invalidArgument("taskQueue is not set");
    } else if (queue.isEmpty()) {
      throw invalidArgument("missing task queue name");
    } else if (RequestChecks.isTooLong(queue)) {
      throw invalidArgument("taskQueue length exceeds limit");
    } else if (queue.startsWith(RESERVED_PREFIX)) {
      throw invalidArgument("task queue name cannot start with reserved prefix " + RESERVED_PREFIX);
    } else if (RequestChecks.isTooLong(request.getIdentity())) {
      throw invalidArgument("Identity length exceeds limit.");
    }
  }
}
