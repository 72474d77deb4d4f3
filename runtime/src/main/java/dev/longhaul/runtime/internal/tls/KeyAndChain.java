package dev.longhaul.runtime.internal.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A private key and the certificates that go with it. Its text form shows what anybody may see. */
record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] PROBE = {1, 2, 3, 4};

  /**
   * @throws IllegalArgumentException if one of them cannot be read, or they are no pair
   */
  static KeyAndChain of(PemContent chain, PemContent key) {
    KeyAndChain both = new KeyAndChain(key.privateKey(), chain.certificates());
    if (!both.isPair()) {
      throw new IllegalArgumentException(
          key + ", is not the key of " + chain + "; the two must belong together");
    }
    return both;
  }

  X509Certificate certificate() {
    return chain.get(0);
  }

  boolean isExpiredAt(Instant now) {
    return certificate().getNotAfter().toInstant().isBefore(now);
  }

  // What the one signs the other must verify: there is no general way to compare them.
  private boolean isPair() {
    try {
      Signature signature =
          Signature.getInstance(
              key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certificate().getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // keys of two kinds
    }
  }

  @Override
  public String toString() {
    return certificate().getSubjectX500Principal()
        + ", valid until "
        + certificate().getNotAfter().toInstant();
  }
}
