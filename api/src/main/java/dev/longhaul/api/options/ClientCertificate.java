package dev.longhaul.api.options;

import java.nio.file.Path;

/**
 * What a client shows to a server that asks who it is (mTLS). Immutable.
 *
 * @param chain its certificate first, then those that lead to the server's roots
 * @param key the private key of that certificate, in PKCS#8 form, not encrypted
 */
public record ClientCertificate(Pem chain, Pem key) {

  /** From two files; a rotation may replace both, or the certificate alone. */
  public static ClientCertificate files(Path chain, Path key) {
    return new ClientCertificate(Pem.file(chain), Pem.file(key));
  }
}
