package dev.longhaul.functional.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.ActivityCompletionException;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.ClientCertificate;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.api.options.Pem;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.api.options.TlsOptions;
import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS as a client has it, against a real server on the loopback address. */
class TlsTest {
  private static final TaskToken TOKEN = TaskToken.of(new byte[] {1});
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final Authority authority = new Authority("Test authority");
  private final Authority other = new Authority("Other authority");
  private final Authority.Issued server = authority.issue("server", "localhost");

  @TempDir Path folder;

  @Test
  void rightCertificate_isBelieved() throws Exception {
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client = connect(temporal, tls -> tls)) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.headers("client-name")).containsExactly("longhaul-java");
    }
  }

  @Test
  void rootsGivenAsText_areAsGoodAsAFile() throws Exception {
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client =
            connect(temporal, tls -> tls.roots(Pem.text(authority.certificate())))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void severalRoots_areAllBelieved() throws Exception {
    String both = other.certificate() + authority.certificate();
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client = connect(temporal, tls -> tls.roots(Pem.text(both)))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void certificateOfAnotherHost_isRefused() {
    Authority.Issued elsewhere = authority.issue("server", "temporal.example.com");
    try (AcceptingServer temporal = AcceptingServer.tls(elsewhere);
        LonghaulClient client = connect(temporal, tls -> tls)) {
      assertThat(OneCall.isRefused(client))
          .contains("No subject alternative DNS name matching localhost");
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  @Test
  void certificateOfTheServerNameThatIsSet_isBelieved() throws Exception {
    Authority.Issued elsewhere = authority.issue("server", "temporal.example.com");
    try (AcceptingServer temporal = AcceptingServer.tls(elsewhere);
        LonghaulClient client = connect(temporal, tls -> tls.serverName("temporal.example.com"))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void certificateOfAnotherHostThanTheServerNameThatIsSet_isRefused() {
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client = connect(temporal, tls -> tls.serverName("temporal.example.com"))) {
      assertThat(OneCall.isRefused(client)).contains("temporal.example.com");
    }
  }

  @Test
  void certificateOfAnotherHost_isBelieved_onlyWithoutHostVerification() throws Exception {
    Authority.Issued elsewhere = authority.issue("server", "temporal.example.com");
    try (AcceptingServer temporal = AcceptingServer.tls(elsewhere);
        LonghaulClient client = connect(temporal, tls -> tls.hostVerification(false))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void unknownAuthority_isRefused_evenWithoutHostVerification() {
    Authority.Issued unknown = other.issue("server", "localhost");
    try (AcceptingServer temporal = AcceptingServer.tls(unknown);
        LonghaulClient client = connect(temporal, tls -> tls.hostVerification(false))) {
      assertThat(OneCall.isRefused(client)).contains("unable to find valid certification path");
    }
  }

  @Test
  void unknownAuthority_isRefused() {
    Authority.Issued unknown = other.issue("server", "localhost");
    try (AcceptingServer temporal = AcceptingServer.tls(unknown);
        LonghaulClient client = connect(temporal, tls -> tls)) {
      assertThat(OneCall.isRefused(client)).contains("unable to find valid certification path");
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  @Test
  void authorityThatTheSystemDoesNotKnow_isRefusedWithTheSystemsRoots() {
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client =
            connect(temporal, TlsOptions.systemRoots(), Duration.ofSeconds(60))) {
      assertThat(OneCall.isRefused(client)).contains("unable to find valid certification path");
    }
  }

  // Whoever reads the log or the exception must learn what is wrong with which certificate.
  @Test
  void callThatTlsRefuses_tellsWhy() {
    Authority.Issued elsewhere = authority.issue("server", "temporal.example.com");
    try (AcceptingServer temporal = AcceptingServer.tls(elsewhere);
        CapturedLog log = CapturedLog.open();
        LonghaulClient client = connect(temporal, tls -> tls, Duration.ofSeconds(2))) {
      assertThat(client.complete(TOKEN))
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withMessageContaining(
              "UNAVAILABLE (io exception: No subject alternative DNS name matching localhost");
      assertThat(log.entries())
          .anyMatch(entry -> entry.startsWith("WARN") && entry.contains("No subject alternative"));
    }
  }

  @Test
  void expiredCertificate_isRefused() {
    Authority.Issued expired = authority.issueExpired("server", "localhost");
    try (AcceptingServer temporal = AcceptingServer.tls(expired);
        LonghaulClient client = connect(temporal, tls -> tls)) {
      assertThat(OneCall.isRefused(client)).contains("CertificateExpiredException");
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  @Test
  void plaintext_isNotSpokenToATlsServer() {
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client =
            LonghaulClient.connect(LonghaulModule.forTarget("localhost:" + temporal.port()))) {
      OneCall.isRefused(client);
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  // Forbidden: whoever set this wrongly is told that the activity may have been completed.
  @Test
  void tlsIsNotSpokenByAPlaintextServer_andNothingWasSent() {
    try (AcceptingServer temporal = AcceptingServer.plaintext();
        LonghaulClient client = connect(temporal, tls -> tls, Duration.ofSeconds(2))) {
      assertThat(client.complete(TOKEN))
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .havingCause()
          .isInstanceOfSatisfying(
              ActivityCompletionException.class,
              refused -> assertThat(refused.possiblyApplied()).isFalse())
          .withMessageContaining("UNAVAILABLE")
          .withMessageContaining("SSL");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void clientCertificate_isShown(String algorithm) throws Exception {
    KeyPair keys = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    ClientCertificate identity = files(authority.issueFor(keys, "client", "client"));
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls.clientCertificate(identity))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void missingClientCertificate_isRefusedByTheServer() {
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls)) {
      OneCall.isRefused(client);
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  @Test
  void clientCertificateOfAnotherAuthority_isRefusedByTheServer() throws Exception {
    ClientCertificate identity = files(other.issue("client", "client"));
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls.clientCertificate(identity))) {
      OneCall.isRefused(client);
      assertThat(temporal.headers("client-name")).isEmpty();
    }
  }

  @Test
  void clientCertificateAndKey_thatRotate_areUsedWithoutARestart() throws Exception {
    ClientCertificate identity = files(other.issue("client", "client"));
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls.clientCertificate(identity))) {
      OneCall.isRefused(client);

      files(authority.issue("client", "client"));

      awaitSuccess(client);
    }
  }

  // A renewal often keeps the key; waiting until both files change would be to wait for ever.
  @Test
  void clientCertificate_thatRotatesAndKeepsItsKey_isUsedWithoutARestart() throws Exception {
    KeyPair keys = Authority.newKeys();
    ClientCertificate identity = files(other.issueFor(keys, "client", "client"));
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls.clientCertificate(identity))) {
      OneCall.isRefused(client);

      Files.writeString(
          folder.resolve("client.pem"), authority.issueFor(keys, "client", "client").certificate());

      awaitSuccess(client);
    }
  }

  // Two files cannot be replaced at once: in between, certificate and key are no pair.
  @Test
  void halfOfARotation_leavesTheOldPairInUse() throws Exception {
    ClientCertificate identity = files(authority.issue("client", "client"));
    try (AcceptingServer temporal = AcceptingServer.mutualTls(server, authority);
        LonghaulClient client = connect(temporal, tls -> tls.clientCertificate(identity));
        CapturedLog log = CapturedLog.open()) {
      Files.writeString(folder.resolve("client.key"), other.issue("client", "client").key());
      await()
          .untilAsserted(
              () ->
                  assertThat(log.entries())
                      .anyMatch(
                          entry -> entry.contains("is not the key of the client certificate")));

      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void roots_thatRotate_areUsedWithoutARestart() throws Exception {
    Path roots = folder.resolve("roots.pem");
    Files.writeString(roots, other.certificate());
    try (AcceptingServer temporal = AcceptingServer.tls(server);
        LonghaulClient client = connect(temporal, tls -> tls.roots(Pem.file(roots)))) {
      OneCall.isRefused(client);

      Files.writeString(roots, authority.certificate());

      awaitSuccess(client);
    }
  }

  @Test
  void everything_rotatesWhileRunning() throws Exception {
    Path roots = folder.resolve("roots.pem");
    Files.writeString(roots, authority.certificate());
    ClientCertificate identity = files(authority.issue("client", "client"));
    AcceptingServer before = AcceptingServer.mutualTls(server, authority);
    try (LonghaulClient client =
        connect(before, tls -> tls.roots(Pem.file(roots)).clientCertificate(identity))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
      before.close();

      Authority.Issued renewed = other.issue("server", "localhost");
      try (AcceptingServer after = AcceptingServer.mutualTls(renewed, other, before.port())) {
        OneCall.isRefused(client);
        Files.writeString(roots, other.certificate());
        files(other.issue("client", "client"));

        awaitSuccess(client);
        assertThat(after.headers("client-name")).isNotEmpty();
      }
    }
  }

  private ClientCertificate files(Authority.Issued issued) throws IOException {
    Path certificate = folder.resolve("client.pem");
    Path key = folder.resolve("client.key");
    Files.writeString(certificate, issued.certificate());
    Files.writeString(key, issued.key());
    return ClientCertificate.files(certificate, key);
  }

  private LonghaulClient connect(
      AcceptingServer temporal, UnaryOperator<TlsOptions.Builder> change) {
    return connect(temporal, change, Duration.ofSeconds(60));
  }

  private LonghaulClient connect(
      AcceptingServer temporal, UnaryOperator<TlsOptions.Builder> change, Duration timeout) {
    TlsOptions.Builder trusting =
        TlsOptions.systemRoots().toBuilder()
            .roots(Pem.text(authority.certificate()))
            .reloadInterval(OFTEN);
    return connect(temporal, change.apply(trusting).build(), timeout);
  }

  private static LonghaulClient connect(
      AcceptingServer temporal, TlsOptions tls, Duration timeout) {
    RuntimeOptions defaults = RuntimeOptions.defaults();
    return LonghaulClient.connect(
        LonghaulModule.forConnection(
                ConnectionOptions.to("localhost:" + temporal.port()).toBuilder().tls(tls).build())
            .options(
                defaults.toBuilder()
                    .retry(defaults.retry().toBuilder().totalTimeout(timeout).build())
                    .build()));
  }

  private static void awaitSuccess(LonghaulClient client) {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(StatusRuntimeException.class)
        .untilAsserted(() -> OneCall.succeeds(client));
  }
}
