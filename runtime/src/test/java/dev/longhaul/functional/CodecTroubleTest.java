package dev.longhaul.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.api.AsyncActivityHandler;
import dev.longhaul.api.OnStart;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.functional.ActivityWorkflow.Call;
import dev.longhaul.official.EncryptingCodec;
import dev.longhaul.runtime.PayloadCodecs;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A codec that fails is no fault of the value: another attempt, or another process, may do. */
class CodecTroubleTest {
  private static final EncryptionKey OURS = EncryptionKey.of("ours", new byte[32]);

  @RegisterExtension final Longhaul longhaul = new Longhaul();

  @AsyncActivityHandler(activityType = "Answer")
  static final class AnswerHandler {
    @OnStart
    String start(String question) {
      return "answer to " + question;
    }
  }

  /** Fails as often as given, then leaves everything as it is. */
  private record Outage(AtomicInteger left) implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
      if (left.getAndDecrement() > 0) {
        throw new IllegalStateException("the codec server cannot be reached");
      }
      return payloads;
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      return payloads;
    }
  }

  @Test
  void resultThatACodecCannotEncodeNow_isLeftToAnotherAttempt() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    start(new Outage(new AtomicInteger(1)));

    assertThat(run(2)).isEqualTo("answer to why");
  }

  @Test
  void unknownType_isRefused_evenIfNoTextCanBeEncoded() {
    longhaul.workflows(ActivityWorkflow.Impl.class);
    start(new Outage(new AtomicInteger(Integer.MAX_VALUE)));

    WorkflowFailedException failed =
        catchThrowableOfType(
            WorkflowFailedException.class, () -> run(Call.of("NoSuchType", longhaul.activities())));

    ApplicationFailure failure = (ApplicationFailure) failed.getCause().getCause();
    assertThat(failure.getType()).isEqualTo("ActivityTypeNotRegistered");
    assertThat(failure.getOriginalMessage()).isEqualTo("Encoded failure");
  }

  @Test
  void inputOfAnUnknownKey_failsRetryably_andNamesTheKey() {
    EncryptionKey theirs = EncryptionKey.of("theirs", new byte[32]);
    longhaul.converting(
        new CodecDataConverter(
            DefaultDataConverter.newDefaultInstance(),
            List.of(
                new EncryptingCodec(
                    "theirs", Map.of("theirs", theirs.key(), "ours", OURS.key())))));
    longhaul.workflows(ActivityWorkflow.Impl.class);
    start(PayloadCodecs.encryption(EncryptionKeys.of(OURS)));

    WorkflowFailedException failed =
        catchThrowableOfType(WorkflowFailedException.class, () -> run(1));

    ApplicationFailure failure = (ApplicationFailure) failed.getCause().getCause();
    assertThat(failure.getType()).isEqualTo("InputMismatch");
    assertThat(failure.isNonRetryable()).isFalse();
    assertThat(failure.getOriginalMessage())
        .contains("there is no encryption key \"theirs\"")
        .doesNotContain("why");
  }

  private void start(PayloadCodec codec) {
    longhaul.start(
        longhaul
            .module()
            .options(
                Longhaul.OPTIONS.toBuilder()
                    .codecs(List.of(codec))
                    .encodeFailureAttributes(true)
                    .build()),
        new CodecTroubleTest_AnswerHandler_AsyncActivityModule());
  }

  private String run(int attempts) {
    return run(Call.of("Answer", longhaul.activities(), "why").attempts(attempts));
  }

  private String run(Call call) {
    return longhaul.workflow(ActivityWorkflow.class).run(call);
  }
}
