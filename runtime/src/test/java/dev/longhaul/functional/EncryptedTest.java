package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import dev.longhaul.api.ActivityContext;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnCancel;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.PendingActivity;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.official.EncryptingCodec;
import dev.longhaul.runtime.PayloadCodecs;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.payload.codec.ZlibPayloadCodec;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codecs on both sides: the server has ciphertext alone, and each side reads the other's. */
class EncryptedTest {
  private static final String SECRET = "4111-1111-1111-1111";
  private static final EncryptionKey OLD = EncryptionKey.of("2025", new byte[32]);
  private static final EncryptionKey NEW =
      EncryptionKey.of("2026", "k".repeat(32).getBytes(StandardCharsets.US_ASCII));

  @RegisterExtension final Longhaul longhaul = new Longhaul();
  private final Open open = new Open();

  /** The attempts whose end is left to the test. */
  static final class Open {
    final BlockingQueue<PendingActivity<String>> attempts = new LinkedBlockingQueue<>();

    PendingActivity<String> next() throws InterruptedException {
      PendingActivity<String> attempt = attempts.poll(20, TimeUnit.SECONDS);
      assertThat(attempt).isNotNull();
      return attempt;
    }
  }

  @AsyncActivityHandler(activityType = "SecretSecondTime")
  static final class SecretSecondTimeHandler {
    @OnStart
    String start(String secret, ActivityContext context) {
      if (context.attempt() == 1) {
        context.heartbeat("half of " + secret);
        throw new IllegalStateException("broken by " + secret);
      }
      return context.lastHeartbeatDetails(String.class).orElseThrow() + ", then all";
    }
  }

  @AsyncActivityHandler(activityType = "SecretFailing")
  static final class SecretFailingHandler {
    @SuppressWarnings("DoNotCallSuggester") // that it always throws is the point
    @OnStart
    void start(String secret) {
      throw ActivityFailure.ofType("Declined")
          .message("no funds on " + secret)
          .details(secret, 7)
          .nonRetryable()
          .cause(new IllegalStateException("limit of " + secret))
          .toException();
    }
  }

  @AsyncActivityHandler(activityType = "SecretOpen")
  static final class SecretOpenHandler {
    private final Open open;

    @Inject
    SecretOpenHandler(Open open) {
      this.open = open;
    }

    @OnStart
    void start(String secret, PendingActivity<String> pending) {
      open.attempts.add(pending);
    }

    @OnCancel
    void cancel(PendingActivity<String> pending) {
      pending.reportCancellation("stopped " + SECRET);
    }
  }

  /** Somebody else heartbeats: beats of ours would erase those details. */
  @AsyncActivityHandler(activityType = "SecretElsewhere", heartbeatInterval = "none")
  static final class SecretElsewhereHandler {
    private final Open open;

    @Inject
    SecretElsewhereHandler(Open open) {
      this.open = open;
    }

    @OnStart
    void start(String secret, PendingActivity<String> pending) {
      open.attempts.add(pending);
    }

    @OnCancel
    void cancel() {}
  }

  @BeforeEach
  void startBothSides() {
    longhaul.converting(
        new CodecDataConverter(
            DefaultDataConverter.newDefaultInstance(),
            List.of(
                new EncryptingCodec("2025", Map.of("2025", OLD.key(), "2026", NEW.key())),
                new ZlibPayloadCodec()),
            true));
    longhaul.workflows(ActivityWorkflow.Impl.class);
    longhaul.start(
        longhaul
            .module()
            .options(
                Longhaul.OPTIONS.toBuilder()
                    .codecs(
                        List.of(
                            PayloadCodecs.encryption(EncryptionKeys.of(NEW, OLD)),
                            PayloadCodecs.zlib()))
                    .encodeFailureAttributes(true)
                    .build())
            .defaults(
                defaults ->
                    defaults
                        .taskQueue(longhaul.activities())
                        .heartbeatInterval(Duration.ofMillis(200))
                        .cancellationGrace(Duration.ofMillis(100))),
        new EncryptedTest_SecretSecondTimeHandler_AsyncActivityModule(),
        new EncryptedTest_SecretFailingHandler_AsyncActivityModule(),
        new EncryptedTest_SecretOpenHandler_AsyncActivityModule(),
        new EncryptedTest_SecretElsewhereHandler_AsyncActivityModule(),
        binder -> binder.bind(Open.class).toInstance(open));
  }

  // The workflow encrypts with the old key, the activity with the new one.
  @Test
  void inputDetailsAndResult_areCiphertextOnTheServer_andReadByBoth() {
    WorkflowStub workflow = started(call("SecretSecondTime").attempts(2));

    assertThat(workflow.getResult(String.class)).isEqualTo("half of " + SECRET + ", then all");
    History history = History.of(workflow);
    assertThat(history.result())
        .singleElement()
        .satisfies(payload -> assertEncrypted(payload, "2026"));
    assertThat(history.asStored())
        .contains("encryption-key-id")
        .contains("2025")
        .doesNotContain(SECRET);
  }

  @Test
  void failure_isCiphertextOnTheServer_andReadByTheWorkflow() {
    WorkflowStub workflow = started(call("SecretFailing"));

    ApplicationFailure failure = (ApplicationFailure) failureOf(workflow);
    assertThat(failure.getType()).isEqualTo("Declined");
    assertThat(failure.getOriginalMessage()).isEqualTo("no funds on " + SECRET);
    assertThat(((ApplicationFailure) failure.getCause()).getOriginalMessage())
        .isEqualTo("limit of " + SECRET);
    assertThat(failure.getDetails().get(0, String.class)).isEqualTo(SECRET);
    assertThat(failure.getDetails().get(1, Integer.class)).isEqualTo(7);
    History history = History.of(workflow);
    assertThat(history.failure().getMessage()).isEqualTo("Encoded failure");
    assertThat(history.failure().getStackTrace()).isEmpty();
    assertThat(history.failure().getApplicationFailureInfo().getDetails().getPayloadsList())
        .hasSize(2)
        .allSatisfy(payload -> assertEncrypted(payload, "2026"));
    assertThat(history.asStored()).doesNotContain(SECRET);
  }

  @Test
  void cancellationDetails_areCiphertextOnTheServer_andReadByTheOfficialSdk() throws Exception {
    WorkflowStub workflow = started(call("SecretOpen"));
    open.next();
    workflow.cancel();

    assertThat(failureOf(workflow)).isInstanceOf(CanceledFailure.class);
    History history = History.of(workflow);
    assertThat(history.canceledWith().getPayloadsList())
        .singleElement()
        .satisfies(payload -> assertEncrypted(payload, "2026"));
    assertThat(
            longhaul
                .client()
                .getOptions()
                .getDataConverter()
                .fromPayloads(0, Optional.of(history.canceledWith()), String.class, String.class))
        .isEqualTo("stopped " + SECRET);
    assertThat(history.asStored()).doesNotContain(SECRET);
  }

  @Test
  void whatTheOfficialCompletionClientReports_isReadByTheNextAttempt() throws Exception {
    WorkflowStub workflow = started(call("SecretElsewhere").attempts(2));
    ActivityCompletionClient official = longhaul.client().newActivityCompletionClient();
    byte[] first = open.next().taskToken().toByteArray();
    official.heartbeat(first, "half of " + SECRET);
    assertThat(pending(workflow).getHeartbeatDetails().getPayloadsList())
        .singleElement()
        .satisfies(payload -> assertEncrypted(payload, "2025"));
    official.completeExceptionally(
        first, ApplicationFailure.newFailure("again: " + SECRET, "Again", SECRET));

    PendingActivity<String> second = open.next();
    assertThat(second.lastHeartbeatDetails(String.class)).contains("half of " + SECRET);
    assertThat(stored(pending(workflow))).contains("Again").doesNotContain(SECRET);
    second.complete("done").get(20, TimeUnit.SECONDS);
    assertThat(workflow.getResult(String.class)).isEqualTo("done");
  }

  private Call call(String type) {
    return Call.of(type, longhaul.activities(), SECRET);
  }

  private WorkflowStub started(Call call) {
    WorkflowStub workflow = longhaul.started(longhaul.workflow(ActivityWorkflow.class));
    workflow.start(call);
    return workflow;
  }

  private static Throwable failureOf(WorkflowStub workflow) {
    WorkflowFailedException failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> workflow.getResult(String.class));
    return failure.getCause().getCause() == null
        ? failure.getCause()
        : failure.getCause().getCause();
  }

  private PendingActivityInfo pending(WorkflowStub workflow) {
    return longhaul
        .client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(longhaul.client().getOptions().getNamespace())
                .setExecution(workflow.getExecution())
                .build())
        .getPendingActivities(0);
  }

  private static String stored(Message message) {
    return message.toByteString().toString(StandardCharsets.ISO_8859_1);
  }

  private static void assertEncrypted(Payload payload, String keyId) {
    assertThat(History.encoding(payload)).isEqualTo("binary/encrypted");
    assertThat(payload.getMetadataOrThrow("encryption-key-id").toStringUtf8()).isEqualTo(keyId);
  }
}
