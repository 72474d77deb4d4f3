package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.Duration;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityFailureException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FailureCategory;
import dev.longhaul.api.FailureInfo;
import dev.longhaul.proto.enums.v1.ApplicationErrorCategory;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Turns throwables into failures, before any codec: an {@link ActivityFailureException} as it says,
 * a received failure as it came, anything else retryably, with its class name as the type. Causes
 * travel along. Thread-safe.
 */
final class FailureMapper {
  static final String SOURCE = "Longhaul";

  /** More causes than this say nothing more, and a cycle has no end. */
  private static final int MAX_CAUSES = 20;

  private final PayloadMapper payloads;

  FailureMapper(PayloadMapper payloads) {
    this.payloads = payloads;
  }

  /** The failure that this throwable is. */
  Failure toProto(@Nullable ActivityReference about, Throwable thrown) {
    return thrown instanceof DecodedFailure received
        ? received.message()
        : toProto(about, thrown, MAX_CAUSES);
  }

  /** The failure that this describes. */
  Failure toProto(@Nullable ActivityReference about, ActivityFailure failure) {
    return toProto(about, own(failure), failure, MAX_CAUSES);
  }

  /**
   * The failure with which this throwable ends an activity: one of an application, since the server
   * accepts no other kind from activities. A received one of another kind becomes its cause.
   */
  Failure toReport(@Nullable ActivityReference about, Throwable thrown) {
    return thrown instanceof DecodedFailure received
            && !received.message().hasApplicationFailureInfo()
        ? around(received)
        : toProto(about, thrown);
  }

  /** As {@link #toReport}, without the values and causes that the throwable may have. */
  Failure withoutContent(Throwable thrown) {
    Failure.Builder bare =
        thrown instanceof DecodedFailure
            ? toReport(null, thrown).toBuilder().clearCause()
            : own(thrown);
    FailureValues.replace(bare, values -> null);
    return bare.build();
  }

  /** The failure that this describes, without the values and causes that it may have. */
  Failure withoutContent(ActivityFailure failure) {
    return own(failure).build();
  }

  private static Failure around(DecodedFailure received) {
    boolean nonRetryable =
        received.info() instanceof FailureInfo.Server server && server.nonRetryable();
    return Failure.newBuilder()
        .setSource(SOURCE)
        .setMessage(received.message().getMessage())
        .setApplicationFailureInfo(
            ApplicationFailureInfo.newBuilder()
                .setType(received.info().getClass().getSimpleName())
                .setNonRetryable(nonRetryable))
        .setCause(FailureCut.withCauses(MAX_CAUSES, received.message()))
        .build();
  }

  private Failure toProto(@Nullable ActivityReference about, Throwable thrown, int causesLeft) {
    if (thrown instanceof DecodedFailure received) {
      return FailureCut.withCauses(causesLeft, received.message());
    }
    return thrown instanceof ActivityFailureException typed
        ? toProto(about, own(thrown), typed.failure(), causesLeft)
        : withCause(about, own(thrown), thrown.getCause(), causesLeft);
  }

  private Failure toProto(
      @Nullable ActivityReference about,
      Failure.Builder own,
      ActivityFailure failure,
      int causesLeft) {
    if (!failure.details().isEmpty()) {
      own.getApplicationFailureInfoBuilder()
          .setDetails(ProtoPayloads.toProto(payloads.convert(about, failure.details())));
    }
    return withCause(about, own, failure.cause().orElse(null), causesLeft);
  }

  private Failure withCause(
      @Nullable ActivityReference about,
      Failure.Builder own,
      @Nullable Throwable cause,
      int causesLeft) {
    if (cause != null && causesLeft > 0) {
      own.setCause(toProto(about, cause, causesLeft - 1));
    }
    return own.build();
  }

  /** What a throwable tells by itself: neither values nor causes. */
  private static Failure.Builder own(Throwable thrown) {
    Failure.Builder own =
        thrown instanceof ActivityFailureException typed
            ? own(typed.failure())
            : own(
                thrown.getMessage() == null ? "" : thrown.getMessage(),
                ApplicationFailureInfo.newBuilder().setType(thrown.getClass().getName()));
    return own.setStackTrace(StackTraces.text(thrown));
  }

  private static Failure.Builder own(ActivityFailure failure) {
    ApplicationFailureInfo.Builder info =
        ApplicationFailureInfo.newBuilder()
            .setType(failure.type())
            .setNonRetryable(!failure.isRetryable())
            .setCategory(category(failure.category()));
    failure.nextRetryDelay().ifPresent(delay -> info.setNextRetryDelay(duration(delay)));
    return own(failure.message(), info);
  }

  private static Failure.Builder own(String message, ApplicationFailureInfo.Builder info) {
    return Failure.newBuilder()
        .setSource(SOURCE)
        .setMessage(message)
        .setApplicationFailureInfo(info);
  }

  private static ApplicationErrorCategory category(FailureCategory category) {
    return switch (category) {
      case UNSPECIFIED -> ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_UNSPECIFIED;
      case BENIGN -> ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_BENIGN;
    };
  }

  private static Duration duration(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }
}
