package dev.longhaul.runtime.internal.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.FailureCategory;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.RetryState;
import dev.longhaul.api.TimeoutType;
import dev.longhaul.api.payload.EncryptionKey;
import dev.longhaul.api.payload.EncryptionKeys;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.official.EncryptingCodec;
import dev.longhaul.runtime.PayloadCodecs;
import io.temporal.api.common.v1.ActivityType;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.common.v1.WorkflowType;
import io.temporal.api.failure.v1.ActivityFailureInfo;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.CanceledFailureInfo;
import io.temporal.api.failure.v1.ChildWorkflowExecutionFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.failure.v1.NexusHandlerFailureInfo;
import io.temporal.api.failure.v1.NexusOperationFailureInfo;
import io.temporal.api.failure.v1.ResetWorkflowFailureInfo;
import io.temporal.api.failure.v1.ServerFailureInfo;
import io.temporal.api.failure.v1.TerminatedFailureInfo;
import io.temporal.api.failure.v1.TimeoutFailureInfo;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.ServerFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.payload.codec.ZlibPayloadCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of ours and of the official Java SDK: each reads what the other wrote. */
class OfficialFailuresTest {
  private static final String SECRET = "4111-1111";
  private static final EncryptionKey KEY = EncryptionKey.of("k", new byte[32]);
  private static final DataConverter OFFICIAL = DefaultDataConverter.newDefaultInstance();
  private static final PayloadMapper PAYLOADS = new PayloadMapper(List.of(), List.of());

  private final Failures ours = new Failures(PAYLOADS, false);

  /** One of each kind that there is, with everything that it may have. */
  static Stream<Failure> kinds() {
    return Stream.of(
            Failure.newBuilder()
                .setApplicationFailureInfo(
                    ApplicationFailureInfo.newBuilder()
                        .setType("Declined")
                        .setNonRetryable(true)
                        .setDetails(details("visa", 7))
                        .setNextRetryDelay(
                            com.google.protobuf.Duration.newBuilder().setSeconds(3).setNanos(5))
                        .setCategoryValue(1)),
            Failure.newBuilder()
                .setTimeoutFailureInfo(
                    TimeoutFailureInfo.newBuilder()
                        .setTimeoutTypeValue(4)
                        .setLastHeartbeatDetails(details("half"))),
            Failure.newBuilder()
                .setCanceledFailureInfo(
                    CanceledFailureInfo.newBuilder().setDetails(details("half")).setIdentity("me")),
            Failure.newBuilder()
                .setTerminatedFailureInfo(TerminatedFailureInfo.newBuilder().setIdentity("me")),
            Failure.newBuilder()
                .setServerFailureInfo(ServerFailureInfo.newBuilder().setNonRetryable(true)),
            Failure.newBuilder()
                .setResetWorkflowFailureInfo(
                    ResetWorkflowFailureInfo.newBuilder().setLastHeartbeatDetails(details("half"))),
            Failure.newBuilder()
                .setActivityFailureInfo(
                    ActivityFailureInfo.newBuilder()
                        .setActivityType(ActivityType.newBuilder().setName("Charge"))
                        .setActivityId("a-1")
                        .setIdentity("worker")
                        .setRetryStateValue(4)
                        .setScheduledEventId(5)
                        .setStartedEventId(6)),
            Failure.newBuilder()
                .setChildWorkflowExecutionFailureInfo(
                    ChildWorkflowExecutionFailureInfo.newBuilder()
                        .setNamespace("other")
                        .setWorkflowType(WorkflowType.newBuilder().setName("Ship"))
                        .setWorkflowExecution(
                            WorkflowExecution.newBuilder().setWorkflowId("w").setRunId("r"))
                        .setRetryStateValue(2)
                        .setInitiatedEventId(7)
                        .setStartedEventId(8)),
            Failure.newBuilder()
                .setNexusOperationExecutionFailureInfo(
                    NexusOperationFailureInfo.newBuilder().setEndpoint("e").setOperation("o")),
            Failure.newBuilder()
                .setNexusHandlerFailureInfo(NexusHandlerFailureInfo.newBuilder().setType("BAD")),
            Failure.newBuilder())
        .map(
            kind ->
                kind.setMessage("it failed")
                    .setSource("GoSDK")
                    .setStackTrace("main.go:12")
                    .setCause(
                        Failure.newBuilder()
                            .setMessage("deeper")
                            .setSource("JavaSDK")
                            .setStackTrace("a.B.c(B.java:7)\n")
                            .setCause(
                                Failure.newBuilder()
                                    .setMessage("deepest")
                                    .setTerminatedFailureInfo(TerminatedFailureInfo.newBuilder())))
                    .build());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void received_goesBackAsItCame(Failure official) {
    ReceivedFailureException received = ours.fromProto(Official.ours(official));

    assertThat(received).hasMessage("it failed");
    assertThat(received.source()).isEqualTo("GoSDK");
    assertThat(received.originalStackTrace()).isEqualTo("main.go:12");
    assertThat(received.getStackTrace()).isEmpty();
    assertThat(received.getCause()).hasMessage("deeper");
    assertThat(cause(received).getStackTrace())
        .containsExactly(new StackTraceElement("a.B", "c", "B.java", 7));
    assertThat(received).hasRootCauseMessage("deepest");
    assertThat(Official.failure(ours.toProto(received))).isEqualTo(official);
  }

  // What it is the cause of is new; it is not.
  @ParameterizedTest
  @MethodSource("kinds")
  void received_asACause_goesBackAsItCame(Failure official) {
    ReceivedFailureException received = ours.fromProto(Official.ours(official));
    Throwable around = new IllegalStateException("around it", received);

    assertThat(Official.failure(ours.toProto(around)).getCause()).isEqualTo(official);
    assertThat(
            Official.failure(
                    ours.toProto(ActivityFailure.ofType("Around").cause(received).toException()))
                .getCause())
        .isEqualTo(official);
  }

  @Test
  void officialApplicationFailure_isRead() {
    ApplicationFailure written =
        ApplicationFailure.newBuilder()
            .setType("Declined")
            .setMessage("no funds")
            .setNonRetryable(true)
            .setNextRetryDelay(Duration.ofMillis(1_500))
            .setCategory(ApplicationErrorCategory.BENIGN)
            .setDetails("visa", 7)
            .setCause(new IllegalStateException("limit"))
            .build();

    ReceivedFailureException received = read(written);

    FailureInfo.Application info = (FailureInfo.Application) received.info();
    assertThat(received).hasMessage("no funds");
    assertThat(received.source()).isEqualTo("JavaSDK");
    assertThat(info.type()).isEqualTo("Declined");
    assertThat(info.nonRetryable()).isTrue();
    assertThat(info.nextRetryDelay()).contains(Duration.ofMillis(1_500));
    assertThat(info.category()).isEqualTo(FailureCategory.BENIGN);
    assertThat(info.details().get(0, String.class)).contains("visa");
    assertThat(info.details().get(1, Integer.class)).contains(7);
    assertThat(info.details().get(2, String.class)).isEmpty();
    assertThat(received.getCause()).hasMessage("limit");
    assertThat(received.getStackTrace()[0]).hasToString(written.getStackTrace()[0].toString());
    assertThat(received.getStackTrace()).hasSameSizeAs(written.getStackTrace());
  }

  @Test
  void officialFailuresOfOtherKinds_areRead() {
    assertThat(
            read(new TimeoutFailure(
                    "slow", "half", io.temporal.api.enums.v1.TimeoutType.TIMEOUT_TYPE_HEARTBEAT))
                .info())
        .isInstanceOfSatisfying(
            FailureInfo.TimedOut.class,
            info -> {
              assertThat(info.timeout()).isEqualTo(TimeoutType.HEARTBEAT);
              assertThat(info.lastHeartbeatDetails().get(0, String.class)).contains("half");
            });
    assertThat(read(new CanceledFailure("stop", "half")).info())
        .isInstanceOfSatisfying(
            FailureInfo.Cancelled.class,
            info -> assertThat(info.details().get(0, String.class)).contains("half"));
    assertThat(read(new TerminatedFailure("gone", null)).info())
        .isEqualTo(new FailureInfo.Terminated());
    assertThat(read(new ServerFailure("down", true, null)).info())
        .isEqualTo(new FailureInfo.Server(true));
    assertThat(
            read(new io.temporal.failure.ActivityFailure(
                    "failed",
                    5,
                    6,
                    "Charge",
                    "a-1",
                    io.temporal.api.enums.v1.RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED,
                    "worker",
                    null))
                .info())
        .isEqualTo(
            new FailureInfo.Activity(
                "Charge", "a-1", RetryState.MAXIMUM_ATTEMPTS_REACHED, "worker", 5, 6));
    assertThat(
            read(new ChildWorkflowFailure(
                    7,
                    8,
                    "Ship",
                    WorkflowExecution.newBuilder().setWorkflowId("w").setRunId("r").build(),
                    "other",
                    io.temporal.api.enums.v1.RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
                    null))
                .info())
        .isEqualTo(
            new FailureInfo.ChildWorkflow(
                "Ship", "other", "w", "r", RetryState.NON_RETRYABLE_FAILURE, 7, 8));
  }

  @Test
  void ourFailure_isReadByTheOfficialSdk() {
    Throwable thrown =
        ActivityFailure.ofType("Declined")
            .message("no funds")
            .details("visa", 7)
            .nonRetryable()
            .nextRetryDelay(Duration.ofMillis(1_500))
            .category(FailureCategory.BENIGN)
            .cause(new IllegalStateException("limit", new NullPointerException()))
            .toException();

    ApplicationFailure read =
        (ApplicationFailure) OFFICIAL.failureToException(Official.failure(ours.toProto(thrown)));

    assertThat(read.getType()).isEqualTo("Declined");
    assertThat(read.getOriginalMessage()).isEqualTo("no funds");
    assertThat(read.isNonRetryable()).isTrue();
    assertThat(read.getNextRetryDelay()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(read.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
    assertThat(read.getDetails().get(0, String.class)).isEqualTo("visa");
    assertThat(read.getDetails().get(1, Integer.class)).isEqualTo(7);
    ApplicationFailure cause = (ApplicationFailure) cause(read);
    assertThat(cause.getType()).isEqualTo(IllegalStateException.class.getName());
    assertThat(cause.getOriginalMessage()).isEqualTo("limit");
    assertThat(((ApplicationFailure) cause(cause)).getType())
        .isEqualTo(NullPointerException.class.getName());
  }

  // A codec whose output is the same every time, so that the bytes can be compared.
  @ParameterizedTest
  @MethodSource("kindsOfTheOfficialSdk")
  void encodedAttributes_areTheSameBytesAsTheOfficialSdkWrites(Failure plain) {
    CodecDataConverter official =
        new CodecDataConverter(OFFICIAL, List.of(new ZlibPayloadCodec()), true);
    Failures encoding = coded(PayloadCodecs.zlib());

    Failure theirs = official.exceptionToFailure(OFFICIAL.failureToException(plain));
    Failure written = Official.failure(encoding.toProto(ours.fromProto(Official.ours(plain))));

    assertThat(written).isEqualTo(theirs);
    assertThat(written.getMessage()).isEqualTo("Encoded failure");
    assertThat(written.getCause().getMessage()).isEqualTo("Encoded failure");
    assertThat(Official.failure(ours.toProto(encoding.fromProto(Official.ours(theirs)))))
        .isEqualTo(plain);
  }

  /** Without those of Nexus, which the official SDK does not give back as they came. */
  static Stream<Failure> kindsOfTheOfficialSdk() {
    return kinds()
        .filter(
            kind ->
                !kind.hasNexusHandlerFailureInfo()
                    && !kind.hasNexusOperationExecutionFailureInfo());
  }

  @Test
  void encryptedAttributes_areReadByBoth_andSeenByNobodyElse() {
    CodecDataConverter official =
        new CodecDataConverter(
            OFFICIAL, List.of(new EncryptingCodec("k", Map.of("k", KEY.key()))), true);
    Failures encrypting = coded(PayloadCodecs.encryption(EncryptionKeys.of(KEY)));
    Throwable thrown =
        ActivityFailure.ofType("Declined")
            .message("no funds on " + SECRET)
            .details(SECRET)
            .cause(new IllegalStateException("limit of " + SECRET))
            .toException();

    Failure written = Official.failure(encrypting.toProto(thrown));
    assertThat(written.toString()).doesNotContain(SECRET).contains("Encoded failure");
    assertThat(written.getStackTrace()).isEmpty();
    ApplicationFailure read = (ApplicationFailure) official.failureToException(written);
    assertThat(read.getOriginalMessage()).isEqualTo("no funds on " + SECRET);
    assertThat(read.getDetails().get(0, String.class)).isEqualTo(SECRET);
    assertThat(((ApplicationFailure) cause(read)).getOriginalMessage())
        .isEqualTo("limit of " + SECRET);

    Failure theirs =
        official.exceptionToFailure(
            ApplicationFailure.newFailure("no funds on " + SECRET, "Declined", SECRET));
    assertThat(theirs.toString()).doesNotContain(SECRET);
    ReceivedFailureException received = encrypting.fromProto(Official.ours(theirs));
    assertThat(received).hasMessage("no funds on " + SECRET);
    assertThat(((FailureInfo.Application) received.info()).details().get(0, String.class))
        .contains(SECRET);
  }

  private static Throwable cause(Throwable thrown) {
    return Objects.requireNonNull(thrown.getCause());
  }

  private static Failures coded(PayloadCodec codec) {
    return new Failures(new PayloadMapper(List.of(), List.of(codec)), true);
  }

  private ReceivedFailureException read(Throwable official) {
    return ours.fromProto(Official.ours(OFFICIAL.exceptionToFailure(official)));
  }

  private static Payloads details(Object... values) {
    return OFFICIAL.toPayloads(values).orElseThrow();
  }
}
