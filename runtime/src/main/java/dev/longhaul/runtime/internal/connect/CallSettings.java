package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.Compression;
import dev.longhaul.api.options.ConnectionOptions;
import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What every call carries: who calls, with what right, and how its request is packed. Thread-safe.
 */
final class CallSettings implements ClientInterceptor {
  private static final String CLIENT_NAME = "longhaul-java";

  /** Only shown to operators: the server checks the versions of the official SDKs alone. */
  private static final String CLIENT_VERSION = "0.1.0";

  private final Metadata headers = new Metadata();
  private final @Nullable CallCredentials suppliedKey;
  private final boolean gzip;

  /**
   * @param options empty for a channel that already cares for headers and credentials
   * @param callbacks where the supplier of an API key is asked
   */
  CallSettings(String namespace, Optional<ConnectionOptions> options, Executor callbacks) {
    add("client-name", CLIENT_NAME);
    add("client-version", CLIENT_VERSION);
    add("temporal-namespace", namespace);
    options.map(ConnectionOptions::headers).orElse(Map.of()).forEach(this::add);
    ApiKey key = options.flatMap(ConnectionOptions::apiKey).orElse(null);
    // A key that stays the same is a header like others; asking for one is a detour for each call.
    if (key instanceof ApiKey.Fixed fixed) {
      ApiKeyCredentials.put(headers, fixed);
    }
    suppliedKey =
        key instanceof ApiKey.Supplied supplied ? new ApiKeyCredentials(supplied, callbacks) : null;
    gzip = options.map(ConnectionOptions::compression).orElse(Compression.NONE) == Compression.GZIP;
  }

  private void add(String name, String value) {
    headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, extended(options))) {
      @Override
      public void start(Listener<A> listener, Metadata sent) {
        sent.merge(headers);
        super.start(listener, sent);
      }
    };
  }

  private CallOptions extended(CallOptions options) {
    CallOptions extended = gzip ? options.withCompression("gzip") : options;
    return suppliedKey == null ? extended : extended.withCallCredentials(suppliedKey);
  }
}
