package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.options.ApiKey;
import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Asks for an API key before every call, where user code may run. Thread-safe. */
final class ApiKeyCredentials extends CallCredentials {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ApiKey.Supplied supplied;
  private final Executor callbacks;

  ApiKeyCredentials(ApiKey.Supplied supplied, Executor callbacks) {
    this.supplied = supplied;
    this.callbacks = callbacks;
  }

  /** Adds the key to headers. */
  static void put(Metadata headers, ApiKey.Fixed key) {
    headers.put(AUTHORIZATION, "Bearer " + key.key());
  }

  @Override
  public void applyRequestMetadata(RequestInfo call, Executor network, MetadataApplier applier) {
    try {
      callbacks.execute(() -> apply(applier));
    } catch (RejectedExecutionException e) {
      applier.fail(Status.UNAVAILABLE.withDescription("this connection is closed"));
    }
  }

  private void apply(MetadataApplier applier) {
    String key;
    try {
      key = supplied.supplier().get();
    } catch (RuntimeException e) {
      // Its message may quote what it worked with.
      applier.fail(none("its supplier threw " + e.getClass().getName()));
      return;
    }
    if (key == null) {
      applier.fail(none("its supplier gave null"));
      return;
    }
    Metadata headers = new Metadata();
    try {
      put(headers, ApiKey.of(key));
    } catch (IllegalArgumentException e) {
      applier.fail(none(e.getMessage()));
      return;
    }
    applier.apply(headers);
  }

  private static Status none(@Nullable String why) {
    return Status.UNAVAILABLE.withDescription("there is no API key to call with: " + why);
  }
}
