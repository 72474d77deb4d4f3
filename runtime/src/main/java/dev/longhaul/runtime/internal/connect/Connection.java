package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.intercept.CallInterceptor;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.QueueOptions;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Services;
import dev.longhaul.runtime.internal.time.Alarms;
import dev.longhaul.runtime.internal.time.Clock;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** What one runtime has over one channel. Thread-safe. */
public final class Connection implements AutoCloseable {
  private final Identity identity;
  private final Channel channel;
  private final Connectivity connectivity;
  private final ServerProbe probe;
  private final Requests requests;
  private final Executor callbacks;
  private final GrpcActivityServer server;
  private final Calls calls;
  private final PolledTasks tasks;
  private final Tries tries;
  private final RetryOptions retry;
  private final Pauses pauses = new Pauses();

  /**
   * Over this channel.
   *
   * @param options empty for a channel that already cares for headers and credentials
   * @param retry how calls of clients are tried again
   * @param callbacks where user code may run
   * @param clock whose timer still runs when the connection closes, so that calls which are under
   *     way then end in time
   */
  public Connection(
      ManagedChannel channel,
      Identity identity,
      Optional<ConnectionOptions> options,
      RetryOptions retry,
      Executor callbacks,
      Clock clock) {
    this.identity = identity;
    this.connectivity = Connectivity.of(channel, clock.ticker());
    Channel authorized =
        ClientInterceptors.intercept(
            channel, new CallSettings(identity.namespace(), options, callbacks));
    this.callbacks = callbacks;
    Alarms timeouts = Alarms.mostlyCancelled(clock.ticker(), clock.timer());
    this.probe =
        new ServerProbe(
            new Calls(authorized, timeouts),
            identity.namespace(),
            clock.ticker(),
            () -> ThreadLocalRandom.current().nextDouble());
    Channel asking = ClientInterceptors.intercept(authorized, new AskingFirst(probe));
    this.channel = ClientInterceptors.intercept(asking, new OnCallbacks(callbacks));
    this.calls = new Calls(asking, timeouts);
    this.requests =
        new Requests(
            identity,
            options
                .map(ConnectionOptions::maxRequestBytes)
                .orElse(ConnectionOptions.DEFAULT_MAX_REQUEST_BYTES));
    this.tries = new Tries(calls, requests);
    this.retry = retry;
    this.server = new GrpcActivityServer(tries);
    this.tasks = new PolledTasks(identity.namespace(), clock.wallClock());
  }

  /** For calls of users, who answer on callback threads. */
  public Channel channel() {
    return channel;
  }

  /** For how long there is no connection, though one is wanted; empty if there is one. */
  public Optional<Duration> disconnectedFor() {
    return connectivity.missingFor();
  }

  /** What server and namespace can do, as far as it is known: the first call asks. */
  public Capabilities capabilities() {
    return probe.current();
  }

  /** The most bytes of one result, of one set of details or of one failure at the moment. */
  public int payloadLimit() {
    return Math.min(capabilities().blobSizeLimit(), requests.roomForPayloads());
  }

  /** Asks them, unless that is done; completes on a callback thread, and never fails. */
  public CompletableFuture<Void> learnLimits() {
    return probe.ask().thenRunAsync(() -> {}, callbacks);
  }

  /**
   * Asks whether the server is there and will have this process, which is not done again once it is
   * known. Blocks.
   *
   * @param server its name in problems
   * @param time how long to wait for a server that cannot be reached
   * @param once whether one try is enough, since the start fails in any case
   * @param notWanted completes when nobody waits for the result any more
   * @return what is wrong and what to do about it; empty if all is well, or nobody wants to know
   */
  public Optional<String> startProblem(
      String server, Duration time, boolean once, CompletableFuture<?> notWanted)
      throws InterruptedException {
    return new StartCheck(probe, server, identity.namespace(), notWanted).problem(time, once);
  }

  /** The manager's port. */
  public ActivityServer server() {
    return server;
  }

  /** The calls of a worker on a task queue. */
  public TaskPolls polls(String taskQueue, QueueOptions options) {
    return new TaskPolls(taskQueue, options, calls, requests, tasks, probe::current);
  }

  /**
   * A client that leaves to the manager what it looks after.
   *
   * @param interceptors the first one is the outermost
   * @param settling where futures of calls on other activities complete
   */
  public AsyncCompletionClient client(
      ActivityManager manager,
      Services services,
      List<CallInterceptor> interceptors,
      Executor settling) {
    Retries retries =
        new Retries(
            tries,
            pauses,
            services.ticker(),
            services.timer(),
            services.random(),
            manager.gate()::hitLimit,
            retry);
    CallSender sender =
        new CallSender(identity.namespace(), services.encoder(), manager, retries, settling);
    return new CompletionClient(sender, interceptors);
  }

  /** Ends the calls of clients that wait for another try; to be called before the timer ends. */
  @Override
  public void close() {
    connectivity.close();
    pauses.close();
  }
}
