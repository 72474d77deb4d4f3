package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.KeepAlive;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings of a connection one by one, some of which belong together. Not thread-safe.
 */
final class ConnectionDraft {
  static final String DEFAULT_ADDRESS = "localhost:7233";

  private final ConnectionOptions.Builder builder =
      ConnectionOptions.to(DEFAULT_ADDRESS).toBuilder();
  private final TlsOptions.Builder tls = TlsOptions.systemRoots().toBuilder();
  private final Map<String, String> headers = new HashMap<>();
  private boolean mentionsTls;
  private @Nullable Boolean tlsEnabled;
  private @Nullable Pem chain;
  private @Nullable Pem key;
  private KeepAlive keepAlive = KeepAlive.defaults();
  private boolean keepsAlive = true;

  /** A setting that is an option of its own. */
  void set(Consumer<ConnectionOptions.Builder> change) {
    change.accept(builder);
  }

  /** A setting of TLS, which turns it on. */
  void tls(Consumer<TlsOptions.Builder> change) {
    mentionsTls = true;
    change.accept(tls);
  }

  void tlsEnabled(boolean value) {
    tlsEnabled = value;
  }

  void chain(Pem value) {
    mentionsTls = true;
    chain = value;
  }

  void key(Pem value) {
    mentionsTls = true;
    key = value;
  }

  void header(String name, String value) {
    headers.put(name, value);
  }

  void keepsAlive(boolean value) {
    keepsAlive = value;
  }

  void keepAliveInterval(Duration value) {
    keepAlive = new KeepAlive(value, keepAlive.timeout(), keepAlive.whileIdle());
  }

  void keepAliveTimeout(Duration value) {
    keepAlive = new KeepAlive(keepAlive.interval(), value, keepAlive.whileIdle());
  }

  void keepAliveWhileIdle(boolean value) {
    keepAlive = new KeepAlive(keepAlive.interval(), keepAlive.timeout(), value);
  }

  /**
   * The options so far, which code may change.
   *
   * @param problems takes what does not go together
   */
  ConnectionOptions.Builder builder(List<String> problems) {
    if ((chain == null) != (key == null)) {
      problems.add(
          key == null
              ? "there is a client certificate without its key; set"
                  + " connection.tls.client-key-path or TEMPORAL_TLS_CLIENT_KEY_PATH too, or …-data"
              : "there is a client key without its certificate; set"
                  + " connection.tls.client-cert-path or TEMPORAL_TLS_CLIENT_CERT_PATH too, or"
                  + " …-data");
    } else if (chain != null && key != null) {
      tls.clientCertificate(new ClientCertificate(chain, key));
    }
    if (mentionsTls || Boolean.TRUE.equals(tlsEnabled)) {
      builder.tls(tls.build());
    }
    if (Boolean.FALSE.equals(tlsEnabled)) {
      builder.plaintext();
    }
    if (keepsAlive) {
      builder.keepAlive(keepAlive);
    } else {
      builder.withoutKeepAlive();
    }
    return builder.headers(headers);
  }
}
