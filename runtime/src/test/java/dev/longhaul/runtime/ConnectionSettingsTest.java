package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.longhaul.api.options.ApiKey;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.functional.CapturedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of connections from files and variables, which a test makes up. */
final class ConnectionSettingsTest {
  private static final Pem CHAIN = Pem.file(Path.of("client.pem"));
  private static final Pem KEY = Pem.file(Path.of("client.key"));

  @TempDir Path folder;

  @Test
  void nothing_isTheLocalServer() {
    assertThat(load(Map.of())).isEqualTo(ConnectionOptions.to("localhost:7233"));
  }

  @Test
  void everyVariable_isRead() {
    ConnectionOptions options =
        load(
            Map.ofEntries(
                Map.entry("TEMPORAL_ADDRESS", "temporal.example.com:7233"),
                Map.entry("TEMPORAL_NAMESPACE", "payments"),
                Map.entry("TEMPORAL_API_KEY", "secret"),
                Map.entry("TEMPORAL_TLS", "true"),
                Map.entry("TEMPORAL_TLS_CLIENT_CERT_PATH", "client.pem"),
                Map.entry("TEMPORAL_TLS_CLIENT_KEY_PATH", "client.key"),
                Map.entry("TEMPORAL_TLS_SERVER_CA_CERT_PATH", "roots.pem"),
                Map.entry("TEMPORAL_TLS_SERVER_NAME", "temporal"),
                Map.entry("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "1"),
                Map.entry("TEMPORAL_GRPC_META_X_TEAM", "video")));

    assertThat(options).isEqualTo(everything(CHAIN, KEY, Pem.file(Path.of("roots.pem"))));
  }

  @Test
  void pemData_isReadFromVariables() {
    ConnectionOptions options =
        load(
            Map.of(
                "TEMPORAL_TLS_CLIENT_CERT_DATA", "chain",
                "TEMPORAL_TLS_CLIENT_KEY_DATA", "key",
                "TEMPORAL_TLS_SERVER_CA_CERT_DATA", "roots"));

    TlsOptions tls = options.effectiveTls().orElseThrow();
    assertThat(tls.roots()).contains(Pem.text("roots"));
    assertThat(tls.clientCertificate())
        .contains(new ClientCertificate(Pem.text("chain"), Pem.text("key")));
  }

  @Test
  void everyKey_isRead() {
    Path file =
        toml(
            """
            [profile.default]
            address = "temporal.example.com:7233"
            namespace = "payments"
            api_key = "secret"
            [profile.default.tls]
            disabled = false
            client_cert_path = "client.pem"
            client_key_path = "client.key"
            server_ca_cert_data = "roots"
            server_name = "temporal"
            disable_host_verification = true
            [profile.default.grpc_meta]
            X_Team = "video"
            """);

    assertThat(load(Map.of("TEMPORAL_CONFIG_FILE", file.toString())))
        .isEqualTo(everything(CHAIN, KEY, Pem.text("roots")));
  }

  private static ConnectionOptions everything(Pem chain, Pem key, Pem roots) {
    return ConnectionOptions.to("temporal.example.com:7233").toBuilder()
        .namespace("payments")
        .apiKey("secret")
        .tls(
            TlsOptions.systemRoots().toBuilder()
                .clientCertificate(new ClientCertificate(chain, key))
                .roots(roots)
                .serverName("temporal")
                .hostVerification(false)
                .build())
        .headers(Map.of("x-team", "video"))
        .build();
  }

  @Test
  void environment_isAboveTheFile_andCodeAboveBoth() {
    Path file =
        toml(
            """
            [profile.default]
            address = "file:1"
            namespace = "file"
            [profile.default.grpc_meta]
            x-team = "file"
            x-kept = "file"
            """);
    ConnectionOptions.Builder builder =
        configuration(
                Map.of(
                    "TEMPORAL_CONFIG_FILE", file.toString(),
                    "TEMPORAL_NAMESPACE", "environment",
                    "TEMPORAL_GRPC_META_X_TEAM", "environment"))
            .connection();

    assertThat(builder.build().target()).isEqualTo("file:1");
    assertThat(builder.build().namespace()).isEqualTo("environment");
    assertThat(builder.build().headers())
        .isEqualTo(Map.of("x-team", "environment", "x-kept", "file"));
    assertThat(builder.namespace("code").build().namespace()).isEqualTo("code");
  }

  @Test
  void emptyVariable_takesAwayWhatTheFileSays() {
    Path file =
        toml(
            """
            [profile.default]
            address = "localhost:1"
            api_key = "secret"
            grpc_meta = { x-team = "file" }
            """);
    ConnectionOptions options =
        load(
            Map.of(
                "TEMPORAL_CONFIG_FILE", file.toString(),
                "TEMPORAL_API_KEY", "",
                "TEMPORAL_GRPC_META_X_TEAM", ""));

    assertThat(options).isEqualTo(ConnectionOptions.to("localhost:1"));
  }

  // Otherwise the file's data would win over the variable, or the two would clash.
  @Test
  void pathInTheEnvironment_replacesDataInTheFile() {
    Path file =
        toml(
            """
            [profile.default.tls]
            server_ca_cert_data = "roots of the file"
            """);
    ConnectionOptions options =
        load(
            Map.of(
                "TEMPORAL_CONFIG_FILE",
                file.toString(),
                "TEMPORAL_TLS_SERVER_CA_CERT_PATH",
                "roots.pem"));

    assertThat(options.effectiveTls().orElseThrow().roots())
        .contains(Pem.file(Path.of("roots.pem")));
  }

  static Stream<Arguments> tls_isUsedAsTheSdksDo() {
    String key = "api_key = \"secret\"\n";
    return Stream.of(
        arguments("", Map.of(), false),
        arguments(key, Map.of(), true),
        arguments("tls = {}", Map.of(), true),
        arguments("tls = { server_name = \"a\" }", Map.of(), true),
        arguments("tls = { disabled = false }", Map.of(), true),
        arguments("tls = { disabled = true }", Map.of(), false),
        arguments(key + "tls = { disabled = true }", Map.of(), false),
        arguments("tls = { server_name = \"a\" }", Map.of("TEMPORAL_TLS", "false"), false),
        arguments("tls = { disabled = true }", Map.of("TEMPORAL_TLS", "TRUE"), true),
        arguments(key, Map.of("TEMPORAL_TLS", "0"), false),
        arguments("", Map.of("TEMPORAL_TLS", "1"), true),
        arguments("", Map.of("TEMPORAL_TLS", ""), false),
        arguments("", Map.of("TEMPORAL_API_KEY", "secret"), true),
        arguments("", Map.of("TEMPORAL_TLS_SERVER_NAME", "a"), true));
  }

  @ParameterizedTest
  @MethodSource
  void tls_isUsedAsTheSdksDo(String profile, Map<String, String> environment, boolean used) {
    Path file = toml("[profile.default]\n" + profile);

    ConnectionOptions options = configuration(environment).profileFile(file).connection().build();

    assertThat(options.effectiveTls().isPresent()).isEqualTo(used);
  }

  @Test
  void profile_isTheOneThatCodeNames_elseTheEnvironment_elseDefault() {
    Path file =
        toml(
            """
            [profile.default]
            namespace = "of default"
            [profile.staging]
            namespace = "of staging"
            [profile."with space"]
            namespace = "of space"
            """);
    Configuration unnamed = configuration(Map.of()).profileFile(file);
    Configuration byVariable =
        configuration(Map.of("TEMPORAL_PROFILE", "staging")).profileFile(file);

    assertThat(unnamed.connection().build().namespace()).isEqualTo("of default");
    assertThat(byVariable.connection().build().namespace()).isEqualTo("of staging");
    assertThat(byVariable.profile("with space").connection().build().namespace())
        .isEqualTo("of space");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void defaultFile_isInTheConfigurationFolder() throws IOException {
    Path home = folder.resolve("home");
    write(home.resolve(".config"), "of home");
    Map<String, String> environment = Map.of("HOME", home.toString());
    assertThat(load(environment).namespace()).isEqualTo("of home");

    Path other = folder.resolve("xdg");
    Map<String, String> both = Map.of("HOME", home.toString(), "XDG_CONFIG_HOME", other.toString());
    assertThat(load(both).namespace()).isEqualTo("of home");
    write(other, "of xdg");
    assertThat(load(both).namespace()).isEqualTo("of xdg");
  }

  private static void write(Path configuration, String namespace) throws IOException {
    Path file = configuration.resolve("temporalio").resolve("temporal.toml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "[profile.default]\nnamespace = \"" + namespace + "\"\n");
  }

  @Test
  void missingDefaultFile_isFine_butNotWhenAProfileOfItIsNamed() {
    Map<String, String> environment = Map.of("HOME", folder.toString());
    assertThat(load(environment).target()).isEqualTo("localhost:7233");

    assertWrong(
        configuration(environment).profile("staging"),
        "there is no file with a profile \"staging\"",
        folder.toString());
  }

  @Test
  void missingNamedFile_isWrong() {
    Path missing = folder.resolve("missing.toml");

    assertWrong(
        configuration(Map.of("TEMPORAL_CONFIG_FILE", missing.toString())),
        "there is no file " + missing);
    assertWrong(configuration(Map.of()).profileFile(missing), "there is no file " + missing);
  }

  @Test
  void missingNamedProfile_isWrong_andTheOthersAreTold() {
    Path file = toml("[profile.prod]\n[profile.staging]\n");

    assertThat(configuration(Map.of()).profileFile(file).connection().build().target())
        .isEqualTo("localhost:7233");
    assertWrong(
        configuration(Map.of("TEMPORAL_PROFILE", "stagging")).profileFile(file),
        "has no profile \"stagging\"; it has [prod, staging]");
    assertWrong(configuration(Map.of()).profileFile(file).profile("default"), "\"default\"");
  }

  @Test
  void everythingThatIsWrong_isToldAtOnce_withItsPlaceAndWithoutSecrets() {
    Path file =
        toml(
            """
            [profile.default]
            address = 7233
            api_key = "sec ret"
            [profile.default.tls]
            disabled = "yes"
            client_cert_path = "a"
            client_cert_data = "secret"
            """);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                configuration(Map.of("TEMPORAL_TLS_DISABLE_HOST_VERIFICATION", "maybe"))
                    .profileFile(file)
                    .connection())
        .withMessageContaining(file + ", profile.default.address must be a string")
        .withMessageContaining("profile.default.tls.disabled must be true or false")
        .withMessageContaining("client_cert_path and ")
        .withMessageContaining("are both set")
        .withMessageContaining(
            "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION: \"maybe\" is neither true nor false")
        .withMessageContaining("profile.default.api_key: the API key, of 7 characters")
        .withMessageContaining("a client certificate without its key")
        .withMessageContaining("  6) ")
        .withMessageNotContaining("secret")
        .withMessageNotContaining("sec ret");
  }

  @Test
  void certificateAndKey_belongTogether() {
    assertWrong(
        configuration(Map.of("TEMPORAL_TLS_CLIENT_KEY_PATH", "client.key")),
        "a client key without its certificate");
    assertWrong(
        configuration(
            Map.of("TEMPORAL_TLS_CLIENT_CERT_PATH", "a", "TEMPORAL_TLS_CLIENT_CERT_DATA", "b")),
        "TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_CERT_DATA are both set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tls = true", "grpc_meta = \"x\""})
  void valueWhereATableBelongs_isWrong(String line) {
    Path file = toml("[profile.default]\n" + line);

    assertWrong(configuration(Map.of()).profileFile(file), "must be a table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[profile.default]\napi_key = secret",
        "[profile.default]\napi_key = \"secret",
        "[profile.default]\napi_key = \"secret\" secret",
        "api_key secret"
      })
  void fileThatIsNoToml_isToldByLine_withoutBeingQuoted(String text) {
    Path file = toml(text);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> configuration(Map.of()).profileFile(file).connection())
        .withMessageContaining(file + " is no valid TOML at line ")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void credentialsOverPlaintextToAnotherMachine_areRefused_unlessCodeAllowsThem() {
    ConnectionOptions.Builder builder =
        configuration(
                Map.of(
                    "TEMPORAL_ADDRESS", "temporal.example.com:7233",
                    "TEMPORAL_API_KEY", "secret",
                    "TEMPORAL_TLS", "false"))
            .connection();

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("no TLS");
    assertThat(builder.allowCredentialsOverPlaintext().build().apiKey())
        .contains(ApiKey.of("secret"));
  }

  // Other tools share the file, and know more.
  @Test
  void unknownKeys_areIgnored_andWarnedOf() {
    Path file =
        toml(
            """
            [profile.default]
            adress = "secret:1"
            [profile.default.codec]
            endpoint = "secret"
            """);
    try (CapturedLog log = CapturedLog.open()) {
      assertThat(configuration(Map.of()).profileFile(file).connection().build())
          .isEqualTo(ConnectionOptions.to("localhost:7233"));

      assertThat(log.entries())
          .anyMatch(
              entry ->
                  entry.startsWith("WARN " + file + ", profile.default.adress")
                      && entry.endsWith("did you mean address?"))
          .anyMatch(entry -> entry.contains("codec.endpoint") && !entry.contains("did you mean"))
          .noneMatch(entry -> entry.contains("secret"));
    }
  }

  @Test
  void textForm_showsNoValue() {
    Configuration profile = configuration(Map.of("TEMPORAL_API_KEY", "secret"));

    assertThat(profile.profile("staging").toString()).contains("staging").doesNotContain("secret");
  }

  private static void assertWrong(Configuration profile, String... parts) {
    assertThatIllegalArgumentException()
        .isThrownBy(profile::connection)
        .satisfies(e -> assertThat(e.getMessage()).contains(parts));
  }

  private static Configuration configuration(Map<String, String> environment) {
    return Configuration.of(environment, Map.of());
  }

  private static ConnectionOptions load(Map<String, String> environment) {
    return configuration(environment).connection().build();
  }

  private Path toml(String text) {
    try {
      return Files.writeString(folder.resolve("temporal.toml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
