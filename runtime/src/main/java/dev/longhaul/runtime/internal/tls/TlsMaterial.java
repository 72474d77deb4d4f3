package dev.longhaul.runtime.internal.tls;

import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import io.grpc.ChannelCredentials;
import io.grpc.TlsChannelCredentials;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Roots and client certificate of one connection. New handshakes use what the files held at the
 * last {@link #refresh}; connections that are open keep theirs. The credentials are thread-safe;
 * {@code refresh} is to be called by one thread.
 */
public final class TlsMaterial {
  private static final Logger LOG = LoggerFactory.getLogger(TlsMaterial.class);

  private final ChannelCredentials credentials;
  private final List<Reloadable> parts = new ArrayList<>();
  private final boolean hasFiles;
  private final Map<Reloadable, String> problems = new HashMap<>();

  /**
   * Reads everything; blocks on files.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public TlsMaterial(TlsOptions options, InstantSource clock) {
    TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
    TrustedRoots roots = new TrustedRoots(options);
    parts.add(roots);
    builder.trustManager(roots.manager());
    if (options.clientCertificate().isPresent()) {
      ClientIdentity identity = new ClientIdentity(options.clientCertificate().get(), clock);
      parts.add(identity);
      builder.keyManager(identity.manager());
    }
    credentials = builder.build();
    hasFiles = sources(options).anyMatch(Pem.PemFile.class::isInstance);
  }

  /** For a channel. */
  public ChannelCredentials credentials() {
    return credentials;
  }

  /** Whether there is anything that could change. */
  public boolean hasFiles() {
    return hasFiles;
  }

  /**
   * Uses what the files hold now. If that is unusable, as in the midst of a rotation, what was used
   * before stays in use, and each problem is logged once.
   *
   * @return whether anything changed
   */
  public boolean refresh() {
    boolean changed = false;
    for (Reloadable part : parts) {
      try {
        if (part.reload()) {
          changed = true;
          LOG.info("TLS files have changed; new connections use {}", part);
        }
        problems.remove(part);
      } catch (IllegalArgumentException e) {
        String problem = String.valueOf(e.getMessage());
        if (!problem.equals(problems.put(part, problem))) {
          LOG.warn("{}; what was read before stays in use", problem);
        }
      }
    }
    return changed;
  }

  private static Stream<Pem> sources(TlsOptions options) {
    return Stream.concat(
        options.roots().stream(),
        options.clientCertificate().stream().flatMap(TlsMaterial::sources));
  }

  private static Stream<Pem> sources(ClientCertificate certificate) {
    return Stream.of(certificate.chain(), certificate.key());
  }

  /** Which material it is, without any content. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("TLS with ").append(parts.get(0));
    parts.stream().skip(1).forEach(part -> text.append(" and ").append(part));
    return text.toString();
  }
}
