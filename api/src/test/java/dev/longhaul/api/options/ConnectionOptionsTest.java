package dev.longhaul.api.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionOptionsTest {
  private static final ClientCertificate IDENTITY =
      ClientCertificate.files(Path.of("client.pem"), Path.of("client.key"));
  private static final TlsOptions MUTUAL =
      TlsOptions.systemRoots().toBuilder().clientCertificate(IDENTITY).build();

  @Test
  void builder_keepsWhatIsNotChanged() {
    ConnectionOptions everything =
        ConnectionOptions.to("temporal.example.com:7233").toBuilder()
            .namespace("payments")
            .tls(
                MUTUAL.toBuilder()
                    .roots(Pem.text("roots"))
                    .serverName("temporal")
                    .hostVerification(false)
                    .reloadInterval(Duration.ofSeconds(1))
                    .build())
            .apiKey("secret")
            .headers(Map.of("x-team", "video"))
            .compression(Compression.GZIP)
            .keepAlive(new KeepAlive(Duration.ofSeconds(20), Duration.ofSeconds(5), false))
            .maxConnectBackoff(Duration.ofSeconds(2))
            .maxRequestBytes(100_000)
            .maxResponseBytes(2000)
            .allowCredentialsOverPlaintext()
            .build();

    assertThat(everything.toBuilder().build()).isEqualTo(everything);
    assertThat(everything.toBuilder().withoutKeepAlive().build().keepAlive()).isEmpty();
    assertThat(everything.toBuilder().target("localhost:1").build().target())
        .isEqualTo("localhost:1");
    TlsOptions tls = everything.tls().orElseThrow();
    assertThat(tls.toBuilder().build()).isEqualTo(tls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:7233",
        "127.0.0.1:7233",
        "[::1]:7233",
        "temporal.example.com:443",
        "my_host:1",
        "dns:///temporal.example.com:7233",
        "dns://8.8.8.8/temporal.example.com:7233",
        "unix:/run/temporal.sock",
        "unix:///run/temporal.sock",
        "xds:///temporal"
      })
  void target_mayBeAHostWithAPort_orHaveAScheme(String target) {
    assertThat(ConnectionOptions.to(target).target()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "localhost:",
        "localhost:0",
        "localhost:65536",
        "localhost:http",
        "local host:7233",
        ":7233",
        "::1:7233",
        "localhost:7233/path"
      })
  void targetWithoutHostAndPort_isRefused(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionOptions.to(target))
        .withMessageContaining("the target \"" + target + "\"")
        .withMessageContaining("localhost:7233");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:7233", "https://temporal.example.com"})
  void url_isRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConnectionOptions.to(url))
        .withMessageContaining("is a URL");
  }

  @ParameterizedTest
  @MethodSource
  void wrongOption_isRefused(UnaryOperator<ConnectionOptions.Builder> change, String part) {
    ConnectionOptions.Builder builder = change.apply(ConnectionOptions.to("h:1").toBuilder());

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(part);
  }

  static Stream<Arguments> wrongOption_isRefused() {
    return Stream.of(
        wrong(c -> c.namespace(" "), "namespace"),
        wrong(c -> c.headers(Map.of("X-Team", "a")), "\"x-team\""),
        wrong(c -> c.headers(Map.of("x team", "a")), "\"x team\""),
        wrong(c -> c.headers(Map.of("x-team-bin", "a")), "-bin"),
        wrong(c -> c.headers(Map.of("temporal-namespace", "a")), "by the connection itself"),
        wrong(c -> c.headers(Map.of("grpc-timeout", "a")), "by the connection itself"),
        wrong(c -> c.headers(Map.of("x-team", "a\nb")), "printable ASCII"),
        wrong(c -> c.plaintext().apiKey("a").headers(Map.of("authorization", "b")), "one of them"),
        wrong(c -> c.maxConnectBackoff(Duration.ofMillis(999)), "at least 1 s"),
        wrong(c -> c.maxRequestBytes(65_535), "maxRequestBytes"),
        wrong(c -> c.maxResponseBytes(-1), "maxResponseBytes"));
  }

  private static Arguments wrong(UnaryOperator<ConnectionOptions.Builder> change, String part) {
    return arguments(change, part);
  }

  @Test
  void wrongParts_areRefusedWhereTheyAreBorn() {
    TlsOptions.Builder tls = TlsOptions.systemRoots().toBuilder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tls.serverName(" ").build())
        .withMessageContaining("server name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tls.serverName("a").reloadInterval(Duration.ZERO).build())
        .withMessageContaining("positive");
    assertThatIllegalArgumentException().isThrownBy(() -> Pem.text(" "));
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeepAlive(second, second, true))
        .withMessageContaining("every 10 s");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeepAlive(Duration.ofSeconds(10), Duration.ZERO, true))
        .withMessageContaining("timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sec ret", "secret\n", "sécret"})
  void unusableApiKey_isRefusedWithoutBeingQuoted(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ApiKey.of(key))
        .withMessageContaining("of " + key.length() + " characters")
        .withMessageNotContaining("ret");
  }

  @Test
  void apiKey_turnsTlsOn_unlessPlaintextIsAskedFor() {
    ConnectionOptions plain = ConnectionOptions.to("localhost:7233");
    ConnectionOptions withKey = plain.toBuilder().apiKey("secret").build();

    assertThat(plain.effectiveTls()).isEmpty();
    assertThat(withKey.effectiveTls()).contains(TlsOptions.systemRoots());
    assertThat(withKey.toBuilder().plaintext().build().effectiveTls()).isEmpty();
    assertThat(withKey.toBuilder().tls(MUTUAL).build().effectiveTls()).contains(MUTUAL);
    assertThat(plain.toBuilder().plaintext().tls(MUTUAL).build().effectiveTls()).contains(MUTUAL);
  }

  @Test
  void tls_isChangedFromWhatIsSet_andTurnedOn() {
    ConnectionOptions.Builder builder = ConnectionOptions.to("localhost:7233").toBuilder();

    assertThat(builder.tls(tls -> tls).build().effectiveTls()).contains(TlsOptions.systemRoots());
    builder.tls(MUTUAL).plaintext().tls(tls -> tls.serverName("temporal"));
    assertThat(builder.build().effectiveTls())
        .contains(MUTUAL.toBuilder().serverName("temporal").build());
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void credentialsOverPlaintextToAnotherMachine_areRefusedUnlessAllowed(
      UnaryOperator<ConnectionOptions.Builder> credential) {
    ConnectionOptions.Builder builder =
        credential.apply(ConnectionOptions.to("temporal.example.com:7233").toBuilder());

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessageContaining("temporal.example.com:7233")
        .withMessageContaining("no TLS")
        .withMessageNotContaining("secret");
    assertThat(builder.allowCredentialsOverPlaintext().build().sendsCredentialsInPlaintext())
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("credentials")
  void credentialsOverPlaintextToThisMachine_areAllowed(
      UnaryOperator<ConnectionOptions.Builder> credential) {
    for (String here :
        new String[] {
          "localhost:7233",
          "temporal.localhost:7233",
          "127.0.0.1:7233",
          "127.1.2.3:7233",
          "[::1]:7233",
          "dns:///localhost:7233",
          "unix:/run/temporal.sock"
        }) {
      ConnectionOptions options = credential.apply(ConnectionOptions.to(here).toBuilder()).build();
      assertThat(options.effectiveTls()).isEmpty();
      assertThat(options.sendsCredentialsInPlaintext()).isFalse();
    }
  }

  static Stream<UnaryOperator<ConnectionOptions.Builder>> credentials() {
    return Stream.of(
        c -> c.plaintext().apiKey("secret"),
        c -> c.plaintext().apiKey(() -> "secret"),
        c -> c.headers(Map.of("authorization", "Basic secret")),
        c -> c.tls(MUTUAL).plaintext());
  }

  // Whoever could name their machine so would get the credentials.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1.example.com:7233",
        "localhost.example.com:7233",
        "notlocalhost:7233",
        "128.0.0.1:7233",
        "[::2]:7233",
        "dns://localhost/temporal.example.com:7233",
        "xds:///localhost"
      })
  void whatOnlyLooksLikeThisMachine_isAnotherOne(String target) {
    ConnectionOptions.Builder builder =
        ConnectionOptions.to(target).toBuilder().plaintext().apiKey("secret");

    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("no TLS");
  }

  @Test
  void textForm_showsNoSecret() {
    ConnectionOptions.Builder builder =
        ConnectionOptions.to("temporal.example.com:7233").toBuilder()
            .tls(
                TlsOptions.systemRoots().toBuilder()
                    .roots(Pem.file(Path.of("roots.pem")))
                    .clientCertificate(
                        new ClientCertificate(Pem.text("secret chain"), Pem.text("secret key")))
                    .build());

    assertThat(builder.apiKey("secret").headers(Map.of("x-token", "secret")).build().toString())
        .contains("roots.pem", "PEM text", "apiKey=set", "[x-token]")
        .doesNotContain("secret");
    assertThat(builder.apiKey(() -> "secret").build().apiKey())
        .map(ApiKey::toString)
        .isEqualTo(Optional.of("supplied"));
  }
}
