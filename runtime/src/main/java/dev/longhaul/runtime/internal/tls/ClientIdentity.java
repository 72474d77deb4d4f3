package dev.longhaul.runtime.internal.tls;

import dev.longhaul.api.options.ClientCertificate;
import io.grpc.util.AdvancedTlsX509KeyManager;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is shown to a server that asks. To be used by one thread; what it manages, by any. */
final class ClientIdentity implements Reloadable {
  private static final Logger LOG = LoggerFactory.getLogger(ClientIdentity.class);

  private final ClientCertificate source;
  private final InstantSource clock;
  private final AdvancedTlsX509KeyManager manager = new AdvancedTlsX509KeyManager();
  private PemContent chain;
  private PemContent key;
  private KeyAndChain current;

  /**
   * @throws IllegalArgumentException if certificate or key cannot be read, or are no pair
   */
  ClientIdentity(ClientCertificate source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
    chain = readChain();
    key = readKey();
    current = use(chain, key);
  }

  AdvancedTlsX509KeyManager manager() {
    return manager;
  }

  @Override
  public boolean reload() {
    PemContent newChain = readChain();
    PemContent newKey = readKey();
    // Either may change alone: a renewed certificate often keeps its key.
    if (newChain.equals(chain) && newKey.equals(key)) {
      return false;
    }
    current = use(newChain, newKey);
    chain = newChain;
    key = newKey;
    return true;
  }

  private PemContent readChain() {
    return PemContent.read("the client certificate", source.chain());
  }

  private PemContent readKey() {
    return PemContent.read("the client key", source.key());
  }

  private KeyAndChain use(PemContent newChain, PemContent newKey) {
    KeyAndChain pair = KeyAndChain.of(newChain, newKey);
    if (pair.isExpiredAt(clock.instant())) {
      LOG.warn("the client certificate of {} has expired: {}", source.chain(), pair);
    }
    manager.updateIdentityCredentials(pair.chain().toArray(X509Certificate[]::new), pair.key());
    return pair;
  }

  @Override
  public String toString() {
    return "the client certificate of " + source.chain() + " (" + current + ")";
  }
}
