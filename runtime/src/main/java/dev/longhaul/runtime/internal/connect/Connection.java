package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.runtime.internal.manage.ActivityManager;
import dev.longhaul.runtime.internal.manage.ActivityServer;
import dev.longhaul.runtime.internal.manage.Services;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.InstantSource;

/** What one runtime has over one channel. Thread-safe. */
public final class Connection {
  private static final String CLIENT_NAME = "longhaul-java";

  /** Only shown to operators: the server checks the versions of the official SDKs alone. */
  private static final String CLIENT_VERSION = "0.1.0";

  private final Identity identity;
  private final GrpcActivityServer server;
  private final TaskPolls polls;

  public Connection(Channel channel, Identity identity, InstantSource wallClock) {
    this.identity = identity;
    Calls calls = new Calls(ClientInterceptors.intercept(channel, headers(identity)));
    Requests requests = new Requests(identity);
    this.server = new GrpcActivityServer(calls, requests);
    this.polls = new TaskPolls(calls, requests, identity, wallClock);
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

  private static io.grpc.ClientInterceptor headers(Identity identity) {
    Metadata headers = new Metadata();
    put(headers, "client-name", CLIENT_NAME);
    put(headers, "client-version", CLIENT_VERSION);
    put(headers, "temporal-namespace", identity.namespace());
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  private static void put(Metadata headers, String name, String value) {
    headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
  }
}
