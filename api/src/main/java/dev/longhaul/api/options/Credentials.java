package dev.longhaul.api.options;

import java.util.Map;
import java.util.Optional;

/** When credentials may be sent, and what they ask for. */
final class Credentials {
  private Credentials() {}

  static Optional<TlsOptions> tls(
      boolean plaintext, Optional<TlsOptions> tls, Optional<ApiKey> apiKey) {
    if (plaintext) {
      return Optional.empty();
    }
    return tls.isEmpty() && apiKey.isPresent() ? Optional.of(TlsOptions.systemRoots()) : tls;
  }

  /** Whether they would go unencrypted to another machine. */
  static boolean areExposed(
      String target,
      boolean plaintext,
      Optional<TlsOptions> tls,
      Optional<ApiKey> apiKey,
      Map<String, String> headers) {
    boolean any =
        apiKey.isPresent()
            || headers.containsKey(Headers.AUTHORIZATION)
            // It is not sent, but who sets one does not mean to speak unencrypted.
            || tls.flatMap(TlsOptions::clientCertificate).isPresent();
    return any && tls(plaintext, tls, apiKey).isEmpty() && !Targets.isLoopback(target);
  }
}
