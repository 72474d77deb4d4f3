package dev.longhaul.runtime.internal.tls;

import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to believe who the server is. To be used by one thread; what it manages, by any. */
final class TrustedRoots implements Reloadable {
  private final @Nullable Pem source;
  private final AdvancedTlsX509TrustManager manager;
  private @Nullable PemContent current;

  /**
   * @throws IllegalArgumentException if the roots cannot be read
   */
  TrustedRoots(TlsOptions options) {
    source = options.roots().orElse(null);
    try {
      manager =
          AdvancedTlsX509TrustManager.newBuilder()
              .setVerification(
                  options.hostVerification()
                      ? Verification.CERTIFICATE_AND_HOST_NAME_VERIFICATION
                      : Verification.CERTIFICATE_ONLY_VERIFICATION)
              .build();
      if (source == null) {
        manager.useSystemDefaultTrustCerts();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the system's TLS roots cannot be read: " + e.getMessage(), e);
    }
    reload();
  }

  AdvancedTlsX509TrustManager manager() {
    return manager;
  }

  @Override
  public boolean reload() {
    if (source == null) {
      return false;
    }
    PemContent read = PemContent.read("the TLS roots", source);
    if (read.equals(current)) {
      return false;
    }
    List<X509Certificate> roots = read.certificates();
    try {
      manager.updateTrustCredentials(roots.toArray(X509Certificate[]::new));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(read + ", cannot be used: " + e.getMessage(), e);
    }
    current = read;
    return true;
  }

  @Override
  public String toString() {
    return source == null ? "the system's roots" : "the roots of " + source;
  }
}
