package dev.longhaul.api.options;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a Temporal service is and how to speak to it. Immutable; {@code
 * ConnectionOptions.to("host:7233").toBuilder()} is the way to a changed one. Its text form shows
 * no secret.
 *
 * @param target {@code host:port}, or any gRPC target, such as {@code dns:///host:port}; calls are
 *     spread over all addresses that its name resolves to
 * @param namespace the one namespace of this connection
 * @param plaintext no TLS, whatever else is set
 * @param tls how to use TLS. If empty, an API key turns TLS with the system's roots on
 * @param apiKey sent with every call
 * @param headers sent with every call, by lower-case name
 * @param compression of requests
 * @param keepAlive pings; none if empty
 * @param maxConnectBackoff the longest wait between two attempts to connect
 * @param maxRequestBytes what the server takes: a larger request is refused before it is sent
 * @param maxResponseBytes what is taken from the server
 * @param credentialsOverPlaintext allows to send credentials unencrypted to another machine
 */
public record ConnectionOptions(
    String target,
    String namespace,
    boolean plaintext,
    Optional<TlsOptions> tls,
    Optional<ApiKey> apiKey,
    Map<String, String> headers,
    Compression compression,
    Optional<KeepAlive> keepAlive,
    Duration maxConnectBackoff,
    int maxRequestBytes,
    int maxResponseBytes,
    boolean credentialsOverPlaintext) {

  /** The namespace, where none is set. */
  public static final String DEFAULT_NAMESPACE = "default";

  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  /** What Temporal's servers take, where nobody changed it. */
  public static final int DEFAULT_MAX_REQUEST_BYTES = 4 * MIB;

  private static final int LEAST_MAX_REQUEST_BYTES = 64 * KIB;
  private static final Duration SHORTEST_CONNECT_BACKOFF = Duration.ofSeconds(1);

  /**
   * @throws IllegalArgumentException if a value is not what its parameter says, or if credentials
   *     would be sent unencrypted to another machine
   */
  public ConnectionOptions {
    headers = Map.copyOf(headers);
    Targets.check(target);
    Checks.that(
        !namespace.isBlank(),
        "the namespace is blank; leave it out for \"" + DEFAULT_NAMESPACE + "\"");
    Headers.check(headers);
    Checks.that(
        apiKey.isEmpty() || !headers.containsKey(Headers.AUTHORIZATION),
        "there are an API key and a header \"authorization\", which is where the key is sent; leave"
            + " one of them out");
    Checks.that(
        maxConnectBackoff.compareTo(SHORTEST_CONNECT_BACKOFF) >= 0,
        "maxConnectBackoff is " + maxConnectBackoff + "; it must be at least 1 s");
    Checks.that(
        maxRequestBytes >= LEAST_MAX_REQUEST_BYTES,
        "maxRequestBytes is " + maxRequestBytes + "; it must be at least 64 KiB");
    Checks.that(
        maxResponseBytes > 0, "maxResponseBytes is " + maxResponseBytes + "; it must be positive");
    Checks.that(
        credentialsOverPlaintext
            || !Credentials.areExposed(target, plaintext, tls, apiKey, headers),
        "there are credentials for "
            + target
            + " (an API key, a header \"authorization\" or a client certificate), but no TLS, and"
            + " that is not certainly this machine. Use TLS; on a network that nobody listens to,"
            + " allow it with allowCredentialsOverPlaintext()");
  }

  /** A plaintext connection to this target, namespace {@code default}. */
  public static ConnectionOptions to(String target) {
    return new ConnectionOptions(
        target,
        DEFAULT_NAMESPACE,
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Compression.NONE,
        Optional.of(KeepAlive.defaults()),
        Duration.ofSeconds(10),
        DEFAULT_MAX_REQUEST_BYTES,
        128 * MIB,
        false);
  }

  /** The TLS that is used in effect; empty for plaintext. */
  public Optional<TlsOptions> effectiveTls() {
    return Credentials.tls(plaintext, tls, apiKey);
  }

  /** Whether credentials go unencrypted to another machine, as these options allow. */
  public boolean sendsCredentialsInPlaintext() {
    return Credentials.areExposed(target, plaintext, tls, apiKey, headers);
  }

  /** A builder that starts from these options. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Everything but secrets; of headers, the names. */
  @Override
  public String toString() {
    return "ConnectionOptions[target="
        + target
        + ", namespace="
        + namespace
        + ", tls="
        + effectiveTls().map(TlsOptions::toString).orElse("off")
        + ", apiKey="
        + apiKey.map(ApiKey::toString).orElse("none")
        + ", headers="
        + new TreeSet<>(headers.keySet())
        + ", compression="
        + compression
        + ", keepAlive="
        + keepAlive.map(KeepAlive::toString).orElse("none")
        + ", maxConnectBackoff="
        + maxConnectBackoff
        + ", maxRequestBytes="
        + maxRequestBytes
        + ", maxResponseBytes="
        + maxResponseBytes
        + "]";
  }

  /** Changes some options. Not thread-safe; its text form shows no secret. */
  public static final class Builder {
    private String target;
    private String namespace;
    private boolean plaintext;
    private @Nullable TlsOptions tls;
    private @Nullable ApiKey apiKey;
    private Map<String, String> headers;
    private Compression compression;
    private @Nullable KeepAlive keepAlive;
    private Duration maxConnectBackoff;
    private int maxRequestBytes;
    private int maxResponseBytes;
    private boolean credentialsOverPlaintext;

    private Builder(ConnectionOptions from) {
      target = from.target;
      namespace = from.namespace;
      plaintext = from.plaintext;
      tls = from.tls.orElse(null);
      apiKey = from.apiKey.orElse(null);
      headers = from.headers;
      compression = from.compression;
      keepAlive = from.keepAlive.orElse(null);
      maxConnectBackoff = from.maxConnectBackoff;
      maxRequestBytes = from.maxRequestBytes;
      maxResponseBytes = from.maxResponseBytes;
      credentialsOverPlaintext = from.credentialsOverPlaintext;
    }

    public Builder target(String value) {
      target = value;
      return this;
    }

    public Builder namespace(String value) {
      namespace = value;
      return this;
    }

    /** No TLS, whatever else is set. */
    public Builder plaintext() {
      plaintext = true;
      return this;
    }

    /** With TLS. */
    public Builder tls(TlsOptions value) {
      plaintext = false;
      tls = value;
      return this;
    }

    /** With TLS, changed from what is set, or from {@link TlsOptions#systemRoots}. */
    public Builder tls(UnaryOperator<TlsOptions.Builder> change) {
      TlsOptions set = tls == null ? TlsOptions.systemRoots() : tls;
      return tls(change.apply(set.toBuilder()).build());
    }

    public Builder apiKey(String key) {
      return apiKey(ApiKey.of(key));
    }

    public Builder apiKey(Supplier<? extends @Nullable String> supplier) {
      return apiKey(ApiKey.suppliedBy(supplier));
    }

    public Builder apiKey(ApiKey value) {
      apiKey = value;
      return this;
    }

    /** These headers, and no others. */
    public Builder headers(Map<String, String> value) {
      headers = value;
      return this;
    }

    public Builder compression(Compression value) {
      compression = value;
      return this;
    }

    public Builder keepAlive(KeepAlive value) {
      keepAlive = value;
      return this;
    }

    /** No pings. */
    public Builder withoutKeepAlive() {
      keepAlive = null;
      return this;
    }

    public Builder maxConnectBackoff(Duration value) {
      maxConnectBackoff = value;
      return this;
    }

    public Builder maxRequestBytes(int value) {
      maxRequestBytes = value;
      return this;
    }

    public Builder maxResponseBytes(int value) {
      maxResponseBytes = value;
      return this;
    }

    /** Allows to send credentials unencrypted to another machine, where they can be read. */
    public Builder allowCredentialsOverPlaintext() {
      credentialsOverPlaintext = true;
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException as the record's constructor
     */
    public ConnectionOptions build() {
      return new ConnectionOptions(
          target,
          namespace,
          plaintext,
          Optional.ofNullable(tls),
          Optional.ofNullable(apiKey),
          headers,
          compression,
          Optional.ofNullable(keepAlive),
          maxConnectBackoff,
          maxRequestBytes,
          maxResponseBytes,
          credentialsOverPlaintext);
    }
  }
}
