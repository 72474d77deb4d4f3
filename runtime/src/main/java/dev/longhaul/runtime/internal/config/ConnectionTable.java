package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.Compression;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.KeepAlive;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What can be set of a connection, in one table. */
final class ConnectionTable {
  static final String SECTION = "connection.";
  static final String HEADERS = SECTION + "headers.";

  /** Any header. */
  static final Setting<String> HEADER =
      new Setting<>(
          HEADERS + "<name>",
          Kinds.secret("printable ASCII"),
          "none",
          "TEMPORAL_GRPC_META_<NAME>",
          "a header of every call; its name is read in lower case, _ as -");

  static final List<OptionSetting<ConnectionOptions, ConnectionDraft, ?>> ALL =
      List.of(
          of(
              "address",
              "TEMPORAL_ADDRESS",
              new Kind<>(
                  "text",
                  "host:port, or a gRPC target",
                  text -> ConnectionOptions.to(text).target(),
                  Function.identity()),
              options -> Optional.of(options.target()),
              (draft, value) -> draft.set(builder -> builder.target(value)),
              "where the server is"),
          of(
              "namespace",
              "TEMPORAL_NAMESPACE",
              Kinds.text("of the server"),
              options -> Optional.of(options.namespace()),
              (draft, value) -> draft.set(builder -> builder.namespace(value)),
              "the one namespace of the connection"),
          of(
              "api-key",
              "TEMPORAL_API_KEY",
              new Kind<ApiKey>("text", "printable ASCII", ApiKey::of, ApiKey::toString),
              ConnectionOptions::apiKey,
              (draft, value) -> draft.set(builder -> builder.apiKey(value)),
              "turns TLS on, unless that is switched off"),
          of(
              "tls.enabled",
              "TEMPORAL_TLS",
              Kinds.flag(),
              options -> Optional.of(options.effectiveTls().isPresent()),
              ConnectionDraft::tlsEnabled,
              "on with any setting of TLS or an API key, where it is not set"),
          of(
              "tls.client-cert-path",
              "TEMPORAL_TLS_CLIENT_CERT_PATH",
              Kinds.path(),
              options -> file(certificate(options).map(ClientCertificate::chain)),
              (draft, value) -> draft.chain(Pem.file(value)),
              "the client's certificate, PEM"),
          of(
              "tls.client-cert-data",
              "TEMPORAL_TLS_CLIENT_CERT_DATA",
              pem(),
              options -> text(certificate(options).map(ClientCertificate::chain)),
              ConnectionDraft::chain,
              "the PEM text itself, instead of a path"),
          of(
              "tls.client-key-path",
              "TEMPORAL_TLS_CLIENT_KEY_PATH",
              Kinds.path(),
              options -> file(certificate(options).map(ClientCertificate::key)),
              (draft, value) -> draft.key(Pem.file(value)),
              "its key, PEM, PKCS#8"),
          of(
              "tls.client-key-data",
              "TEMPORAL_TLS_CLIENT_KEY_DATA",
              pem(),
              options -> text(certificate(options).map(ClientCertificate::key)),
              ConnectionDraft::key,
              "the PEM text itself, instead of a path"),
          of(
              "tls.server-ca-cert-path",
              "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
              Kinds.path(),
              options -> file(tls(options).flatMap(TlsOptions::roots)),
              (draft, value) -> draft.tls(tls -> tls.roots(Pem.file(value))),
              "the roots to believe, PEM; the system's if not set"),
          of(
              "tls.server-ca-cert-data",
              "TEMPORAL_TLS_SERVER_CA_CERT_DATA",
              pem(),
              options -> text(tls(options).flatMap(TlsOptions::roots)),
              (draft, value) -> draft.tls(tls -> tls.roots(value)),
              "the PEM text itself, instead of a path"),
          of(
              "tls.server-name",
              "TEMPORAL_TLS_SERVER_NAME",
              Kinds.text("a host name"),
              options -> tls(options).flatMap(TlsOptions::serverName),
              (draft, value) -> draft.tls(tls -> tls.serverName(value)),
              "the name that the server's certificate must have; the address's host if not set"),
          of(
              "tls.disable-host-verification",
              "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
              Kinds.flag(),
              options ->
                  Optional.of(tls(options).map(tls -> !tls.hostVerification()).orElse(false)),
              (draft, value) -> draft.tls(tls -> tls.hostVerification(!value)),
              "takes any name in the server's certificate; the chain is still verified"),
          of(
              "tls.reload-interval",
              Kinds.duration(),
              options ->
                  Optional.of(tls(options).orElse(TlsOptions.systemRoots()).reloadInterval()),
              (draft, value) -> draft.tls(tls -> tls.reloadInterval(value)),
              "how often PEM files are looked at for changes"),
          of(
              "compression",
              Kinds.choice(Compression.class),
              options -> Optional.of(options.compression()),
              (draft, value) -> draft.set(builder -> builder.compression(value)),
              "of requests"),
          of(
              "keep-alive.enabled",
              Kinds.flag(),
              options -> Optional.of(options.keepAlive().isPresent()),
              ConnectionDraft::keepsAlive,
              "whether pings find out that a connection is dead"),
          of(
              "keep-alive.interval",
              Kinds.duration(Duration.ofSeconds(10)),
              options -> options.keepAlive().map(KeepAlive::interval),
              ConnectionDraft::keepAliveInterval,
              "without traffic, after which a ping is sent"),
          of(
              "keep-alive.timeout",
              Kinds.duration(),
              options -> options.keepAlive().map(KeepAlive::timeout),
              ConnectionDraft::keepAliveTimeout,
              "how long the answer to a ping may take"),
          of(
              "keep-alive.while-idle",
              Kinds.flag(),
              options -> options.keepAlive().map(KeepAlive::whileIdle),
              ConnectionDraft::keepAliveWhileIdle,
              "whether to ping while no call is open"),
          of(
              "max-connect-backoff",
              Kinds.duration(Duration.ofSeconds(1)),
              options -> Optional.of(options.maxConnectBackoff()),
              (draft, value) -> draft.set(builder -> builder.maxConnectBackoff(value)),
              "the longest wait between two attempts to connect"),
          of(
              "max-request-size",
              Kinds.size(64 * 1024),
              options -> Optional.of(options.maxRequestBytes()),
              (draft, value) -> draft.set(builder -> builder.maxRequestBytes(value)),
              "what the server takes"),
          of(
              "max-response-size",
              Kinds.size(1),
              options -> Optional.of(options.maxResponseBytes()),
              (draft, value) -> draft.set(builder -> builder.maxResponseBytes(value)),
              "what is taken from the server"),
          of(
              "allow-credentials-over-plaintext",
              Kinds.flag(),
              options -> Optional.of(options.credentialsOverPlaintext()),
              (draft, value) -> {
                if (value) {
                  draft.set(ConnectionOptions.Builder::allowCredentialsOverPlaintext);
                }
              },
              "allows to send credentials unencrypted to another machine"));

  private ConnectionTable() {}

  private static Kind<Pem> pem() {
    return new Kind<>("text", "PEM", Pem::text, pem -> "set");
  }

  private static Optional<TlsOptions> tls(ConnectionOptions options) {
    return options.effectiveTls();
  }

  private static Optional<ClientCertificate> certificate(ConnectionOptions options) {
    return tls(options).flatMap(TlsOptions::clientCertificate);
  }

  private static Optional<Path> file(Optional<Pem> pem) {
    return pem.filter(Pem.PemFile.class::isInstance).map(one -> ((Pem.PemFile) one).path());
  }

  private static Optional<Pem> text(Optional<Pem> pem) {
    return pem.filter(Pem.PemText.class::isInstance);
  }

  /** One that only this project knows. */
  private static <T> OptionSetting<ConnectionOptions, ConnectionDraft, T> of(
      String key,
      Kind<T> kind,
      Function<ConnectionOptions, Optional<T>> get,
      BiConsumer<ConnectionDraft, T> set,
      String meaning) {
    return of(key, Setting.variable(SECTION + key), kind, get, set, meaning);
  }

  private static <T> OptionSetting<ConnectionOptions, ConnectionDraft, T> of(
      String key,
      String variable,
      Kind<T> kind,
      Function<ConnectionOptions, Optional<T>> get,
      BiConsumer<ConnectionDraft, T> set,
      String meaning) {
    ConnectionOptions builtIn = ConnectionOptions.to(ConnectionDraft.DEFAULT_ADDRESS);
    String shown = get.apply(builtIn).map(kind.format()).orElse(Explained.NONE);
    return new OptionSetting<>(
        new Setting<>(SECTION + key, kind, shown, variable, meaning), get, set);
  }
}
