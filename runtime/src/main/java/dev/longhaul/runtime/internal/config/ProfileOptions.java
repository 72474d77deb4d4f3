package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes options of gathered settings. */
final class ProfileOptions {
  private static final String DEFAULT_ADDRESS = "localhost:7233";

  private final Settings settings;
  private final List<String> problems;

  ProfileOptions(Settings settings, List<String> problems) {
    this.settings = settings;
    this.problems = problems;
  }

  ConnectionOptions.Builder builder() {
    ConnectionOptions.Builder builder = ConnectionOptions.to(DEFAULT_ADDRESS).toBuilder();
    text(ConnectionSetting.ADDRESS).ifPresent(builder::target);
    text(ConnectionSetting.NAMESPACE).ifPresent(builder::namespace);
    settings.get(ConnectionSetting.API_KEY).flatMap(this::apiKey).ifPresent(builder::apiKey);
    if (settings.mentionsTls()) {
      builder.tls(tls());
    }
    if (flag(ConnectionSetting.TLS_DISABLED)) {
      builder.plaintext();
    }
    Map<String, String> headers = new HashMap<>();
    settings.headers().forEach((name, found) -> headers.put(name, found.value()));
    return builder.headers(headers);
  }

  private Optional<ApiKey> apiKey(Found found) {
    try {
      return Optional.of(ApiKey.of(found.value()));
    } catch (IllegalArgumentException e) {
      problems.add(found + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private TlsOptions tls() {
    TlsOptions.Builder tls = TlsOptions.systemRoots().toBuilder();
    pem(ConnectionSetting.TLS_SERVER_CA_CERT_PATH, ConnectionSetting.TLS_SERVER_CA_CERT_DATA)
        .ifPresent(tls::roots);
    clientCertificate().ifPresent(tls::clientCertificate);
    text(ConnectionSetting.TLS_SERVER_NAME).ifPresent(tls::serverName);
    tls.hostVerification(!flag(ConnectionSetting.TLS_DISABLE_HOST_VERIFICATION));
    return tls.build();
  }

  private Optional<ClientCertificate> clientCertificate() {
    Optional<Pem> chain =
        pem(ConnectionSetting.TLS_CLIENT_CERT_PATH, ConnectionSetting.TLS_CLIENT_CERT_DATA);
    Optional<Pem> key =
        pem(ConnectionSetting.TLS_CLIENT_KEY_PATH, ConnectionSetting.TLS_CLIENT_KEY_DATA);
    if (chain.isPresent() != key.isPresent()) {
      problems.add(
          chain.isPresent()
              ? "there is a client certificate without its key; set tls.client_key_path or"
                  + " TEMPORAL_TLS_CLIENT_KEY_PATH too, or …_data"
              : "there is a client key without its certificate; set tls.client_cert_path or"
                  + " TEMPORAL_TLS_CLIENT_CERT_PATH too, or …_data");
    }
    return chain.flatMap(c -> key.map(k -> new ClientCertificate(c, k)));
  }

  private Optional<Pem> pem(ConnectionSetting path, ConnectionSetting data) {
    Optional<Pem> file = settings.get(path).flatMap(this::file);
    return file.isPresent() ? file : text(data).map(Pem::text);
  }

  private Optional<Pem> file(Found found) {
    try {
      return Optional.of(Pem.file(Path.of(found.value())));
    } catch (InvalidPathException e) {
      problems.add(found + " is no path: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> text(ConnectionSetting setting) {
    return settings.get(setting).map(Found::value);
  }

  private boolean flag(ConnectionSetting setting) {
    return text(setting).map(Boolean::valueOf).orElse(false);
  }
}
