package dev.longhaul.api.options;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is encrypted, and who proves what to whom. Immutable.
 *
 * @param roots whom to believe who the server is; the system's roots if empty
 * @param clientCertificate shown to a server that asks for one
 * @param serverName the name that the server's certificate must have; the target's host if empty
 * @param hostVerification whether the certificate must be one for that name. Without it anybody
 *     whose certificate the roots cover can pose as the server: for tests
 * @param reloadInterval how often files are looked at for changes
 */
public record TlsOptions(
    Optional<Pem> roots,
    Optional<ClientCertificate> clientCertificate,
    Optional<String> serverName,
    boolean hostVerification,
    Duration reloadInterval) {

  private static final TlsOptions SYSTEM_ROOTS =
      new TlsOptions(
          Optional.empty(), Optional.empty(), Optional.empty(), true, Duration.ofSeconds(30));

  /**
   * @throws IllegalArgumentException if the name is blank or the interval is not positive
   */
  public TlsOptions {
    Checks.that(
        serverName.isEmpty() || !serverName.get().isBlank(),
        "the TLS server name is blank; leave it out to expect the target's host");
    Checks.that(
        reloadInterval.compareTo(Duration.ZERO) > 0,
        "the interval to look at TLS files is " + reloadInterval + "; it must be positive");
  }

  /**
   * Believes the system's roots, shows no certificate, expects the target's host; files, if there
   * are any, are looked at every 30 s.
   */
  public static TlsOptions systemRoots() {
    return SYSTEM_ROOTS;
  }

  /** A builder that starts from these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes some options. Not thread-safe. */
  public static final class Builder {
    private @Nullable Pem roots;
    private @Nullable ClientCertificate clientCertificate;
    private @Nullable String serverName;
    private boolean hostVerification;
    private Duration reloadInterval;

    private Builder(TlsOptions from) {
      roots = from.roots.orElse(null);
      clientCertificate = from.clientCertificate.orElse(null);
      serverName = from.serverName.orElse(null);
      hostVerification = from.hostVerification;
      reloadInterval = from.reloadInterval;
    }

    public Builder roots(Pem value) {
      roots = value;
      return this;
    }

    public Builder clientCertificate(ClientCertificate value) {
      clientCertificate = value;
      return this;
    }

    public Builder serverName(String value) {
      serverName = value;
      return this;
    }

    public Builder hostVerification(boolean value) {
      hostVerification = value;
      return this;
    }

    public Builder reloadInterval(Duration value) {
      reloadInterval = value;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException as the record's constructor
     */
    public TlsOptions build() {
      return new TlsOptions(
          Optional.ofNullable(roots),
          Optional.ofNullable(clientCertificate),
          Optional.ofNullable(serverName),
          hostVerification,
          reloadInterval);
    }
  }
}
