package dev.longhaul.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.longhaul.proto.common.v1.WorkflowExecution;
import dev.longhaul.proto.deployment.v1.WorkerDeploymentVersion;
import dev.longhaul.proto.enums.v1.WorkflowExecutionStatus;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueRequest;
import dev.longhaul.proto.workflowservice.v1.PollActivityTaskQueueResponse;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A Temporal service for activities in this process, without workflows: a test says what a workflow
 * or an operator would do, and the service answers the calls of workers as a real server does.
 *
 * <p>Times are those of its {@link FakeClock}: retries are dispatched when the clock gets there,
 * timeouts fire when a test says so or, if asked for at the start, when the clock gets there. Only
 * deadlines of calls are real.
 *
 * <p>Thread-safe. The methods that wait do so in real time, and throw an {@link AssertionError}
 * after ten seconds.
 */
public final class FakeTemporalService implements AutoCloseable {
  /** The namespace that is there from the start. */
  public static final String NAMESPACE = "default";

  private final String serverName = "fake-temporal-" + UUID.randomUUID();
  private final Monitor monitor = new Monitor();
  private final CallLog log = new CallLog();
  private final FaultScript faults = new FaultScript();
  private final Namespaces namespaces = new Namespaces();
  private final Workflows workflows = new Workflows();
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final boolean onCallersThreads;
  private final FakeClock clock;
  private final Lifecycle lifecycle;
  private final Polls polls;
  private final ServerServiceDefinition services;
  private final List<Server> servers = new ArrayList<>();

  private FakeTemporalService(Builder options) {
    clock = options.clock;
    onCallersThreads = options.onCallersThreads;
    lifecycle = new Lifecycle(clock, monitor, options.firesTimeouts, options.listener);
    polls = new Polls(namespaces, lifecycle.queues(), monitor, options.endsPollsOnShutdown);
    SizeLimits limits = new SizeLimits(options.blobBytes);
    namespaces.register(NAMESPACE);
    services =
        ServerInterceptors.intercept(
            new GrpcAdapter(
                monitor,
                options.keepsCalls ? log::add : call -> {},
                faults,
                new ActivityCalls(namespaces, workflows, lifecycle, limits),
                polls,
                new Describes(
                    namespaces, workflows, lifecycle.queues(), limits, polls.endOnShutdown()),
                options.listener),
            new CallHeaders());
  }

  /** A service with a clock of its own and a real server's limits. */
  public static FakeTemporalService start() {
    return builder().start();
  }

  /** A service on this clock. */
  public static FakeTemporalService start(FakeClock clock) {
    return builder().clock(clock).start();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** What may differ from one service to the other. Not thread-safe. */
  public static final class Builder {
    private FakeClock clock = new FakeClock();
    private int blobBytes = SizeLimits.DEFAULT.blobBytes();
    private boolean firesTimeouts;
    private boolean endsPollsOnShutdown;
    private boolean onCallersThreads;
    private boolean keepsCalls = true;
    private AttemptListener listener = new AttemptListener() {};

    private Builder() {}

    public Builder clock(FakeClock clock) {
      this.clock = clock;
      return this;
    }

    /** The most bytes of a result, of details or of a failure; 2 MiB, if not set. */
    public Builder blobSizeLimit(int bytes) {
      this.blobBytes = bytes;
      return this;
    }

    /** Schedule-to-close, start-to-close and heartbeat timeouts fire by the clock. */
    public Builder firesTimeouts() {
      this.firesTimeouts = true;
      return this;
    }

    /** ShutdownWorker ends the polls of the worker, and DescribeNamespace says so. */
    public Builder endsPollsOnShutdown() {
      this.endsPollsOnShutdown = true;
      return this;
    }

    /**
     * Calls are served, and answered to clients, on the threads that make them: a test with one
     * thread runs step by step. By default both have threads of their own, as on a network.
     */
    public Builder onCallersThreads() {
      this.onCallersThreads = true;
      return this;
    }

    /** No call is logged, so that the service can serve for as long as one likes. */
    public Builder keepsNoCalls() {
      this.keepsCalls = false;
      return this;
    }

    /** Who is told what becomes of attempts. */
    public Builder listener(AttemptListener listener) {
      this.listener = listener;
      return this;
    }

    public FakeTemporalService start() {
      FakeTemporalService service = new FakeTemporalService(this);
      InProcessServerBuilder place = InProcessServerBuilder.forName(service.serverName);
      service.serveAt(onCallersThreads ? place.directExecutor() : place);
      return service;
    }
  }

  public FakeClock clock() {
    return clock;
  }

  /** A channel to this service; it is shut down with the service at the latest. */
  public ManagedChannel newChannel() {
    InProcessChannelBuilder builder = InProcessChannelBuilder.forName(serverName);
    ManagedChannel channel = (onCallersThreads ? builder.directExecutor() : builder).build();
    monitor.act(() -> channels.add(channel));
    return channel;
  }

  /**
   * Serves there as well, on a port for instance, until the service is closed.
   *
   * @return the server, which is started
   */
  @CanIgnoreReturnValue
  public Server serveAt(ServerBuilder<?> place) {
    Server server = place.addService(services).build();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the server did not start", e);
    }
    monitor.act(() -> servers.add(server));
    return server;
  }

  /** What shall go wrong. */
  public FaultScript faults() {
    return faults;
  }

  public void registerNamespace(String name) {
    monitor.act(() -> namespaces.register(name));
  }

  /** From now on calls by its tokens are refused, and its name is unknown. */
  public void deleteNamespace(String name) {
    monitor.act(() -> namespaces.delete(name));
  }

  /**
   * A workflow schedules an activity; its run is opened, if it is not there. Or somebody starts a
   * standalone activity.
   *
   * @throws IllegalArgumentException if the run is closed or not a UUID, or if the activity id is
   *     pending in it
   */
  public FakeActivity schedule(ActivitySpec spec) {
    ActivityExecution activity = monitor.decide(() -> lifecycle.schedule(openRun(spec), spec));
    return new FakeActivity(activity, lifecycle, monitor);
  }

  private WorkflowRun openRun(ActivitySpec spec) {
    PollActivityTaskQueueResponse task = spec.task();
    String name = task.getWorkflowNamespace();
    Namespaces.Namespace namespace = namespaces.named(name.isEmpty() ? NAMESPACE : name);
    if (spec.isStandalone()) {
      return workflows.openStandalone(namespace, task.getActivityId(), clock.now());
    }
    WorkflowExecution execution = task.getWorkflowExecution();
    return workflows.open(namespace, execution.getWorkflowId(), execution.getRunId(), clock.now());
  }

  /**
   * The current run of the workflow, of {@link #NAMESPACE}, ends, and its activities with it. The
   * next one that is scheduled opens a new run.
   *
   * @throws IllegalArgumentException if it has no open run
   */
  public void closeWorkflow(String workflowId, WorkflowExecutionStatus status) {
    monitor.act(
        () -> {
          WorkflowRun run = workflows.find(namespaces.named(NAMESPACE).id(), workflowId, "");
          if (run == null || !run.isOpen()) {
            throw new IllegalArgumentException("no open run of " + workflowId);
          }
          lifecycle.closeWorkflow(run, status);
        });
  }

  /** How many polls of the queue, of {@link #NAMESPACE}, wait for a task. */
  public int openPolls(String taskQueue) {
    return monitor.decide(() -> lifecycle.queues().openPolls(NAMESPACE, taskQueue));
  }

  /** The last poll of the queue, of {@link #NAMESPACE}, waiting or not. */
  public Optional<PollActivityTaskQueueRequest> lastPoll(String taskQueue) {
    return monitor.decide(
        () -> Optional.ofNullable(lifecycle.queues().lastPoll(NAMESPACE, taskQueue)));
  }

  /**
   * A version of a worker deployment becomes current on the queue, of {@link #NAMESPACE}. The queue
   * tells it; tasks still go to any poll.
   */
  public void setCurrentVersion(String taskQueue, String deployment, String buildId) {
    WorkerDeploymentVersion version =
        WorkerDeploymentVersion.newBuilder()
            .setDeploymentName(deployment)
            .setBuildId(buildId)
            .build();
    monitor.act(() -> lifecycle.queues().setCurrentVersion(NAMESPACE, taskQueue, version));
  }

  /** Answers the open polls of the queue without a task, as a server does after a minute. */
  public int endPolls(String taskQueue) {
    return monitor.decide(() -> polls.answerEmpty(NAMESPACE, taskQueue, poll -> true));
  }

  /** Waits until exactly so many polls of the queue wait for a task. */
  public void awaitOpenPolls(String taskQueue, int count) {
    monitor.await(
        count + " open polls of " + taskQueue,
        () -> lifecycle.queues().openPolls(NAMESPACE, taskQueue) == count);
  }

  /** The calls that arrived, refused and lost ones too, in their order. */
  public List<RecordedCall> calls(Rpc rpc) {
    return monitor.decide(() -> log.of(rpc));
  }

  /** Waits until so many such calls arrived. */
  public List<RecordedCall> awaitCalls(Rpc rpc, int count) {
    monitor.await(count + " calls " + rpc, () -> log.of(rpc).size() >= count);
    return calls(rpc);
  }

  /** Ends all calls and shuts down the channels. */
  @Override
  public void close() {
    monitor.decide(() -> List.copyOf(channels)).forEach(ManagedChannel::shutdownNow);
    monitor.decide(() -> List.copyOf(servers)).forEach(Server::shutdownNow);
  }
}
