package dev.longhaul.cli;

import dev.longhaul.api.Durations;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.RetryOptions;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.runtime.Configuration;
import dev.longhaul.runtime.LonghaulModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the server is reached: by these options, above the environment, above a profile. */
final class Connecting {
  static final String VERBOSE = "--verbose";

  @Option(names = "--address", paramLabel = "HOST:PORT", description = "The server's address.")
  @Nullable String address;

  @Option(names = "--namespace", paramLabel = "NAME", description = "The namespace.")
  @Nullable String namespace;

  @Option(names = "--profile", paramLabel = "NAME", description = "The profile in temporal.toml.")
  @Nullable String profile;

  @Option(names = "--config-file", paramLabel = "FILE", description = "Another temporal.toml.")
  @Nullable Path configFile;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "A file with an API key; TEMPORAL_API_KEY has one too.")
  @Nullable String apiKeyFile;

  @Option(
      names = "--tls",
      negatable = true,
      description = "With or without TLS, whatever environment and profile say.")
  @Nullable Boolean tls;

  @Option(names = "--tls-ca-file", paramLabel = "FILE", description = "Roots to trust, PEM.")
  @Nullable Path caFile;

  @Option(names = "--tls-cert-file", paramLabel = "FILE", description = "Client certificate, PEM.")
  @Nullable Path certFile;

  @Option(names = "--tls-key-file", paramLabel = "FILE", description = "Its key, PEM, PKCS#8.")
  @Nullable Path keyFile;

  @Option(
      names = "--tls-server-name",
      paramLabel = "NAME",
      description = "The name that the server's certificate must have.")
  @Nullable String serverName;

  @Option(
      names = "--allow-credentials-over-plaintext",
      description = "Sends credentials unencrypted to another machine.")
  boolean credentialsOverPlaintext;

  @Option(
      names = "--identity",
      paramLabel = "TEXT",
      description = "Who this is, for those who read the history; pid@host if not given.")
  @Nullable String identity;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long to try, such as 30s or 5m; ${DEFAULT-VALUE} if not given.")
  String timeoutText = "60s";

  @Option(names = VERBOSE, description = "Tells on the standard error what happens.")
  boolean verbose;

  LonghaulModule module(Console console, Input input) {
    try {
      // What configuration says of the connection is in the options; the rest is for workers.
      return LonghaulModule.forConnection(options(console, input))
          .configuration(Configuration.none())
          .options(runtimeOptions());
    } catch (IllegalArgumentException e) {
      throw new Usage(String.valueOf(e.getMessage()), e);
    }
  }

  private ConnectionOptions options(Console console, Input input) {
    Configuration source = Configuration.of(console.environment(), Map.of());
    if (profile != null) {
      source = source.profile(profile);
    }
    if (configFile != null) {
      source = source.profileFile(configFile);
    }
    ConnectionOptions.Builder builder = source.connection();
    Optional.ofNullable(address).ifPresent(builder::target);
    Optional.ofNullable(namespace).ifPresent(builder::namespace);
    if (apiKeyFile != null) {
      builder.apiKey(input.read("the API key", apiKeyFile).strip());
    }
    if (credentialsOverPlaintext) {
      builder.allowCredentialsOverPlaintext();
    }
    tls(builder);
    return builder.build();
  }

  private void tls(ConnectionOptions.Builder builder) {
    if ((certFile == null) != (keyFile == null)) {
      throw new Usage("--tls-cert-file and --tls-key-file belong together; give both");
    }
    boolean given = caFile != null || certFile != null || serverName != null;
    if (given || Boolean.TRUE.equals(tls)) {
      builder.tls(this::changed);
    }
    if (Boolean.FALSE.equals(tls)) {
      builder.plaintext();
    }
  }

  private TlsOptions.Builder changed(TlsOptions.Builder set) {
    Optional.ofNullable(caFile).map(Pem::file).ifPresent(set::roots);
    Optional.ofNullable(serverName).ifPresent(set::serverName);
    if (certFile != null && keyFile != null) {
      set.clientCertificate(ClientCertificate.files(certFile, keyFile));
    }
    return set;
  }

  private RuntimeOptions runtimeOptions() {
    RuntimeOptions.Builder options =
        RuntimeOptions.defaults().toBuilder().callbackThreads(1).retry(retry(timeout()));
    Optional.ofNullable(identity).ifPresent(options::identity);
    return options.build();
  }

  Duration timeout() {
    return Durations.parse(timeoutText);
  }

  private static RetryOptions retry(Duration time) {
    RetryOptions defaults = RetryOptions.defaults();
    Duration once = defaults.callTimeout();
    return defaults.toBuilder()
        .totalTimeout(time)
        .callTimeout(time.compareTo(once) < 0 ? time : once)
        .build();
  }
}
