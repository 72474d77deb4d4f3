package dev.longhaul.functional.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.longhaul.api.TaskToken;
import dev.longhaul.api.options.Compression;
import dev.longhaul.api.options.ConnectionOptions;
import dev.longhaul.functional.CapturedLog;
import dev.longhaul.runtime.LonghaulClient;
import dev.longhaul.runtime.LonghaulModule;
import io.grpc.ManagedChannel;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What calls carry, and to whom they go, by the options of the connection. */
class CallsTest {
  private static final TaskToken TOKEN = TaskToken.of(new byte[] {1});

  private final AcceptingServer temporal = AcceptingServer.plaintext();

  @AfterEach
  void close() {
    temporal.close();
  }

  @Test
  void apiKey_isSentWithEveryCall() throws Exception {
    try (LonghaulClient client = connect(c -> c.plaintext().apiKey("secret"))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.headers("authorization")).containsOnly("Bearer secret").hasSize(2);
    }
  }

  @Test
  void suppliedApiKey_isAskedForBeforeEveryCall() throws Exception {
    AtomicInteger rotation = new AtomicInteger();
    try (LonghaulClient client =
        connect(c -> c.plaintext().apiKey(() -> "secret-" + rotation.incrementAndGet()))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.headers("authorization"))
          .hasSize(2)
          .doesNotHaveDuplicates()
          .allMatch(header -> header != null && header.matches("Bearer secret-\\d+"));
    }
  }

  // User code: it may block, and on a network thread it would hold up every call.
  @Test
  void suppliedApiKey_isAskedForOnACallbackThread() throws Exception {
    AtomicReference<String> thread = new AtomicReference<>();
    try (LonghaulClient client =
        connect(
            c ->
                c.plaintext()
                    .apiKey(
                        () -> {
                          thread.set(Thread.currentThread().getName());
                          return "secret";
                        }))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(thread.get()).startsWith("longhaul-callback-");
    }
  }

  @Test
  void apiKeyThatCannotBeSupplied_failsTheTry_andIsAskedForAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (LonghaulClient client =
        connect(
            c ->
                c.plaintext()
                    .apiKey(
                        () -> {
                          if (asked.incrementAndGet() < 5) {
                            throw new IllegalStateException("cannot decrypt secret");
                          }
                          return "secret";
                        }))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.headers("authorization")).containsExactly("Bearer secret");
    }
  }

  @Test
  void brokenSupplier_isToldWithoutWhatItSaid() {
    try (LonghaulClient client =
        connect(
            c ->
                c.plaintext()
                    .apiKey(
                        () -> {
                          throw new IllegalStateException("cannot decrypt secret");
                        }))) {
      assertThat(OneCall.isRefused(client))
          .contains("its supplier threw java.lang.IllegalStateException")
          .doesNotContain("secret");
    }
  }

  @Test
  void suppliedApiKeyWithALineBreak_isToldWithoutTheKey() {
    try (LonghaulClient client = connect(c -> c.plaintext().apiKey(() -> "secret\n"))) {
      assertThat(OneCall.isRefused(client)).contains("line breaks").doesNotContain("secret");
    }
  }

  // The server here speaks plaintext, so the handshake fails: the key has not left this process.
  @Test
  void apiKeyAlone_turnsTlsOn() {
    try (LonghaulClient client = connect(c -> c.apiKey("secret"))) {
      assertThat(OneCall.isRefused(client)).contains("SSL");
      assertThat(temporal.headers("authorization")).isEmpty();
    }
  }

  @Test
  void headers_areSentWithEveryCall_besidesOurOwn() throws Exception {
    try (LonghaulClient client =
        connect(c -> c.namespace("payments").headers(Map.of("x-team", "video")))) {
      client.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.lastHeader("x-team")).isEqualTo("video");
      assertThat(temporal.lastHeader("temporal-namespace")).isEqualTo("payments");
      assertThat(temporal.lastHeader("client-name")).isEqualTo("longhaul-java");
    }
  }

  @Test
  void requests_areCompressedOnlyOnDemand() throws Exception {
    try (LonghaulClient plain = connect(c -> c);
        LonghaulClient packed = connect(c -> c.compression(Compression.GZIP))) {
      plain.complete(TOKEN).get(30, TimeUnit.SECONDS);
      packed.complete(TOKEN).get(30, TimeUnit.SECONDS);

      assertThat(temporal.headers("grpc-encoding")).containsExactly(null, "gzip");
    }
  }

  @Test
  void calls_areSpreadOverAllAddressesOfTheTarget() throws Exception {
    try (AcceptingServer second = AcceptingServer.plaintext()) {
      NameResolverProvider both = new FixedAddresses(temporal.port(), second.port());
      NameResolverRegistry.getDefaultRegistry().register(both);
      try (LonghaulClient client =
          LonghaulClient.connect(LonghaulModule.forTarget(FixedAddresses.target()))) {
        await()
            .ignoreException(StatusRuntimeException.class)
            .untilAsserted(
                () -> {
                  OneCall.succeeds(client);
                  assertThat(temporal.headers("client-name")).isNotEmpty();
                  assertThat(second.headers("client-name")).isNotEmpty();
                });
      } finally {
        NameResolverRegistry.getDefaultRegistry().deregister(both);
      }
    }
  }

  // By itself gRPC would take more than 25 s for so many, and soon minutes for each further one.
  @Test
  void unreachableServer_isTriedAgainAtLeastEveryMaxConnectBackoff() throws Exception {
    try (ClosingSocket closing = new ClosingSocket();
        LonghaulClient client =
            LonghaulClient.connect(
                LonghaulModule.forTarget(closing.target())
                    .connection(c -> c.maxConnectBackoff(Duration.ofSeconds(1))))) {
      OneCall.isRefused(client);

      await().atMost(Duration.ofSeconds(20)).until(() -> closing.connections() >= 7);
    }
  }

  @Test
  void connectionLine_tellsTheEffectiveSettings_withoutSecrets() {
    try (CapturedLog log = CapturedLog.open();
        LonghaulClient client =
            connect(
                c ->
                    c.plaintext()
                        .namespace("payments")
                        .apiKey("secret-key")
                        .headers(Map.of("x-token", "secret-header")))) {
      assertThat(log.entries())
          .filteredOn(entry -> entry.contains("Temporal at"))
          .singleElement()
          .asString()
          .startsWith("INFO Temporal at 127.0.0.1:" + temporal.port() + ", namespace payments")
          .contains("plaintext", "API key set", "headers [x-token]", "keep-alive every 30s");
      assertThat(log.entries()).noneMatch(entry -> entry.contains("secret"));
      assertThat(client.namespace()).isEqualTo("payments");
    }
  }

  @Test
  void givenChannel_isNotChangedByConnectionOptions() {
    ManagedChannel channel = InProcessChannelBuilder.forName("nowhere").build();
    LonghaulModule module = LonghaulModule.forChannel(channel);

    assertThatIllegalStateException()
        .isThrownBy(() -> module.connection(c -> c.apiKey("secret")))
        .withMessageContaining("where that channel is built");
    channel.shutdownNow();
  }

  private LonghaulClient connect(UnaryOperator<ConnectionOptions.Builder> change) {
    return LonghaulClient.connect(
        LonghaulModule.forTarget("127.0.0.1:" + temporal.port()).connection(change));
  }
}
