package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Services;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What one runtime has over one channel. Thread-safe. */
public final class Connection {
  private final Identity identity;
  private final Channel channel;
  private final GrpcActivityServer server;
  private final TaskPolls polls;

  /**
   * Over this channel.
   *
   * @param options empty for a channel that already cares for headers and credentials
   * @param callbacks where user code may run
   */
  public Connection(
      Channel channel,
      Identity identity,
      Optional<ConnectionOptions> options,
      Executor callbacks,
      InstantSource wallClock) {
    this.identity = identity;
    Channel authorized =
        ClientInterceptors.intercept(
            channel, new CallSettings(identity.namespace(), options, callbacks));
    this.channel = ClientInterceptors.intercept(authorized, new OnCallbacks(callbacks));
    Calls calls = new Calls(authorized);
    Requests requests = new Requests(identity);
    this.server = new GrpcActivityServer(calls, requests);
    this.polls = new TaskPolls(calls, requests, identity, wallClock);
  }

  /** For calls of users, who answer on callback threads. */
  public Channel channel() {
    return channel;
  }

  /** The manager's port. */
  public ActivityServer server() {
    return server;
  }

  /** Polls of task queues. */
  public TaskPolls polls() {
    return polls;
  }

  /** A client that leaves to the manager what it looks after. */
  public AsyncCompletionClient client(ActivityManager manager, Services services) {
    return new CompletionClient(identity, server, manager, services);
  }
}
