package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.failure.v1.ServerFailureInfo;
import dev.longhaul.proto.failure.v1.TerminatedFailureInfo;
import dev.longhaul.runtime.PayloadCodecs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent when work fails, above all when not all of it can be sent. */
class FailuresTest {
  private static final FullActivityId ABOUT = FullActivityId.of("default", "w", "r", "a");
  private static final String SECRET = "4111-1111";
  private static final int LIMIT = 20_000;

  private final Failures plain = failures(false);

  private static Failures failures(boolean encodesAttributes, PayloadCodec... codecs) {
    return new Failures(new PayloadMapper(List.of(), List.of(codecs)), encodesAttributes);
  }

  private static PayloadCodec encryption() {
    return PayloadCodecs.encryption(EncryptionKeys.of(EncryptionKey.of("k", new byte[32])));
  }

  /** Has no connection to what it needs. */
  private static final class Unreachable implements PayloadCodec {
    @Override
    public List<Payload> encode(List<Payload> payloads) {
      throw new IllegalStateException("cannot encode " + SECRET);
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
      throw new IllegalStateException("cannot decode " + SECRET);
    }
  }

  private static ActivityFailure failure() {
    return ActivityFailure.ofType("Declined")
        .message("no funds on " + SECRET)
        .details(SECRET)
        .nonRetryable()
        .cause(new IllegalStateException("limit of " + SECRET));
  }

  @Test
  void throwable_hasItsClassAsType_andItsMessageAndStackTrace() {
    Failure sent = plain.report(ABOUT, new IllegalStateException("broken"), LIMIT);

    assertThat(sent.getSource()).isEqualTo("Longhaul");
    assertThat(sent.getMessage()).isEqualTo("broken");
    assertThat(sent.getStackTrace()).startsWith(FailuresTest.class.getName() + ".throwable_has");
    assertThat(sent.getApplicationFailureInfo())
        .isEqualTo(
            ApplicationFailureInfo.newBuilder()
                .setType(IllegalStateException.class.getName())
                .build());
  }

  // The server accepts failures of applications alone from activities.
  @Test
  void receivedFailureOfAnotherKind_isReportedAsTheCauseOfOne() {
    Failure server =
        Failure.newBuilder()
            .setMessage("too large")
            .setSource("Server")
            .setServerFailureInfo(ServerFailureInfo.newBuilder().setNonRetryable(true))
            .build();

    Failure sent = plain.report(ABOUT, plain.fromProto(server), LIMIT);

    assertThat(sent.getMessage()).isEqualTo("too large");
    assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("Server");
    assertThat(sent.getApplicationFailureInfo().getNonRetryable()).isTrue();
    assertThat(sent.getCause()).isEqualTo(server);
  }

  @Test
  void receivedFailureOfAnApplication_isReportedAsItCame() {
    Failure declined = plain.toProto(failure().toException());

    assertThat(plain.report(ABOUT, plain.fromProto(declined), LIMIT)).isEqualTo(declined);
  }

  @Test
  void causesWithoutEnd_areCut() {
    IllegalStateException one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one));

    assertThat(causes(plain.report(ABOUT, one, WireCodec.DEFAULT_SIZE_LIMIT))).isEqualTo(20);
  }

  // Messages that are nested deeper than a parser goes could not be read again.
  @Test
  void causesOfAReceivedFailure_countAmongAllCauses() {
    Failure deep = Failure.newBuilder().setMessage("deepest").build();
    for (int i = 0; i < 90; i++) {
      deep = Failure.newBuilder().setMessage("deep").setCause(deep).build();
    }
    Throwable thrown = plain.fromProto(deep);
    assertThat(plain.toProto(thrown)).isEqualTo(deep);
    for (int i = 0; i < 15; i++) {
      thrown = new IllegalStateException("around", thrown);
    }

    assertThat(causes(plain.report(ABOUT, thrown, WireCodec.DEFAULT_SIZE_LIMIT))).isEqualTo(20);
  }

  @Test
  void failureAboveTheLimit_losesDetailsAndTexts_butNotWhatDecidesRetries() {
    Failure huge =
        Failure.newBuilder()
            .setMessage("m".repeat(LIMIT))
            .setTerminatedFailureInfo(TerminatedFailureInfo.newBuilder().setIdentity("me"))
            .build();
    ActivityFailure failure =
        ActivityFailure.ofType("Declined")
            .message("m".repeat(LIMIT))
            .details("d".repeat(LIMIT))
            .nonRetryable()
            .cause(plain.fromProto(huge));

    for (Failures failures : List.of(plain, failures(true, encryption()))) {
      Failure sent = failures.report(ABOUT, failure, LIMIT);
      assertThat(sent.getSerializedSize()).isLessThan(LIMIT);
      assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("Declined");
      assertThat(sent.getApplicationFailureInfo().getNonRetryable()).isTrue();
      assertThat(sent.getApplicationFailureInfo().hasDetails()).isFalse();
      assertThat(sent.getCause().getTerminatedFailureInfo().getIdentity()).isEqualTo("me");
      assertThat(failures.fromProto(sent).getMessage()).startsWith("mmm").endsWith("[…]");
    }
  }

  @Test
  void causesThatWouldStillBeTooMuch_areDropped() {
    Throwable thrown = new IllegalStateException("m".repeat(2_000));
    for (int i = 0; i < 15; i++) {
      thrown = new IllegalStateException("m".repeat(2_000), thrown);
    }

    Failure sent = plain.report(ABOUT, thrown, 6_000);

    assertThat(sent.getSerializedSize()).isLessThan(6_000);
    assertThat(sent.hasCause()).isFalse();
  }

  @Test
  void codecThatFails_isSaid_andLeavesTheActivityAsItIs() {
    assertThatThrownBy(() -> failures(true, new Unreachable()).report(ABOUT, failure(), LIMIT))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageNotContaining(SECRET);
  }

  // Whoever wants messages encrypted must not find them in the clear because of an outage.
  @Test
  void codecThatFails_whenThereMustBeAFailure_letsNoTextThrough() {
    Failure sent =
        failures(true, new Unreachable()).reportInAnyCase(ABOUT, failure().toException(), LIMIT);

    assertThat(sent)
        .isEqualTo(
            Failure.newBuilder()
                .setSource("Longhaul")
                .setMessage("Encoded failure")
                .setApplicationFailureInfo(
                    ApplicationFailureInfo.newBuilder().setType("Declined").setNonRetryable(true))
                .build());
  }

  // What the runtime itself has to say must arrive, too: nobody else would end the activity.
  @Test
  void codecThatFails_keepsNoFailureOfTheRuntimeFromBeingSent() {
    Failure sent =
        failures(true, new Unreachable())
            .reportInAnyCase(
                ABOUT, ActivityFailure.ofType("WorkerShutdown").message(SECRET), LIMIT);

    assertThat(sent.getMessage()).isEqualTo("Encoded failure");
    assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("WorkerShutdown");
    assertThat(sent.getApplicationFailureInfo().getNonRetryable()).isFalse();
  }

  @Test
  void codecThatFails_whenTextsAreNotEncoded_costsTheDetailsAlone() {
    Failure sent =
        failures(false, new Unreachable()).reportInAnyCase(ABOUT, failure().toException(), LIMIT);

    assertThat(sent.getMessage()).isEqualTo("no funds on " + SECRET);
    assertThat(sent.getStackTrace()).isNotEmpty();
    assertThat(sent.getApplicationFailureInfo().hasDetails()).isFalse();
    assertThat(sent.getApplicationFailureInfo().getNonRetryable()).isTrue();
  }

  @Test
  void detailsThatCannotBeConverted_areLeftOut_whenThereMustBeAFailure() {
    Throwable thrown =
        ActivityFailure.ofType("Declined").message("no funds").details(new Object()).toException();

    Failure sent = plain.reportInAnyCase(ABOUT, thrown, LIMIT);

    assertThat(sent.getMessage()).isEqualTo("no funds");
    assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("Declined");
  }

  @Test
  void receivedFailure_whoseDetailsCannotBeEncoded_keepsItsType() {
    ReceivedFailureException received = plain.fromProto(plain.toProto(failure().toException()));

    Failure sent = failures(true, new Unreachable()).reportInAnyCase(ABOUT, received, LIMIT);

    assertThat(sent.getApplicationFailureInfo().getType()).isEqualTo("Declined");
    assertThat(sent.toString()).doesNotContain(SECRET);
  }

  @Test
  void halfASurrogatePair_isNoReasonToLoseAMessage() {
    Failures encoding = failures(true, encryption());

    Failure sent = encoding.report(ABOUT, new IllegalStateException("half \ud83d"), LIMIT);

    assertThat(encoding.fromProto(sent)).hasMessage("half ?");
  }

  @Test
  void receivedFailure_thatNoCodecHereDecodes_isRefused() {
    Failure encrypted = failures(true, encryption()).toProto(failure().toException());

    assertThatThrownBy(() -> failures(true, new Unreachable()).fromProto(encrypted))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(() -> plain.fromProto(encrypted))
        .isInstanceOf(PayloadConversionException.class)
        .hasMessageContaining("binary/encrypted");
  }

  @Test
  void receivedFailure_printsKindAndMessage_andNoDetails() {
    ReceivedFailureException received =
        plain.fromProto(
            plain.toProto(
                ActivityFailure.ofType("Declined")
                    .message("no funds")
                    .details(SECRET)
                    .toException()));

    assertThat(received.toString())
        .startsWith(ReceivedFailureException.class.getName() + ": no funds [Application[")
        .contains("Declined")
        .doesNotContain(SECRET);
  }

  private static int causes(Failure failure) {
    return failure.hasCause() ? 1 + causes(failure.getCause()) : 0;
  }
}
