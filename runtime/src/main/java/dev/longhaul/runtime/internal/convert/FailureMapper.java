package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.Duration;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityFailureException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.FailureCategory;
import dev.longhaul.proto.enums.v1.ApplicationErrorCategory;
import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Turns what handlers throw into failures: an {@link ActivityFailureException} as it says, anything
 * else retryably, with its class name as the type. Causes travel along. Thread-safe.
 */
public final class FailureMapper {
  private static final String SOURCE = "Longhaul";

  /** More causes than this say nothing more, and a cycle has no end. */
  private static final int MAX_CAUSES = 20;

  private static final int CUT_TEXT = 1024;
  private static final int CUT_STACK_TRACE = 4096;

  private final PayloadMapper payloads;

  public FailureMapper(PayloadMapper payloads) {
    this.payloads = payloads;
  }

  /** The failure that this throwable is. */
  public Failure toProto(ActivityReference about, Throwable thrown) {
    return toProto(about, thrown, MAX_CAUSES);
  }

  /** The failure that this describes. */
  public Failure toProto(ActivityReference about, ActivityFailure failure) {
    return toProto(about, failure, MAX_CAUSES).build();
  }

  /** The failure that this throwable is, without the details that anything in it may have. */
  Failure withoutDetails(ActivityReference about, Throwable thrown) {
    Failure.Builder builder = ofClass(about, thrown, 0).setStackTrace(stackTrace(thrown));
    if (thrown instanceof ActivityFailureException typed) {
      builder.setApplicationFailureInfo(infoWithoutDetails(typed.failure()));
    }
    return builder.build();
  }

  /** The same failure without details and with short texts; what decides retries is kept. */
  public Failure cut(Failure failure) {
    Failure.Builder cut =
        failure.toBuilder()
            .setMessage(Texts.cut(failure.getMessage(), CUT_TEXT))
            .setStackTrace(Texts.cut(failure.getStackTrace(), CUT_STACK_TRACE));
    cut.getApplicationFailureInfoBuilder().clearDetails();
    if (failure.hasCause()) {
      cut.setCause(cut(failure.getCause()));
    }
    return cut.build();
  }

  private Failure toProto(ActivityReference about, Throwable thrown, int causesLeft) {
    Failure.Builder builder =
        thrown instanceof ActivityFailureException typed
            ? toProto(about, typed.failure(), causesLeft)
            : ofClass(about, thrown, causesLeft);
    return builder.setStackTrace(stackTrace(thrown)).build();
  }

  private Failure.Builder toProto(
      ActivityReference about, ActivityFailure failure, int causesLeft) {
    ApplicationFailureInfo.Builder info = infoWithoutDetails(failure);
    if (!failure.details().isEmpty()) {
      info.setDetails(payloads.encode(about, failure.details()));
    }
    Failure.Builder builder =
        Failure.newBuilder()
            .setSource(SOURCE)
            .setMessage(failure.message())
            .setApplicationFailureInfo(info);
    addCause(about, builder, failure.cause().orElse(null), causesLeft);
    return builder;
  }

  private static ApplicationFailureInfo.Builder infoWithoutDetails(ActivityFailure failure) {
    ApplicationFailureInfo.Builder info =
        ApplicationFailureInfo.newBuilder()
            .setType(failure.type())
            .setNonRetryable(!failure.isRetryable())
            .setCategory(category(failure.category()));
    failure.nextRetryDelay().ifPresent(delay -> info.setNextRetryDelay(duration(delay)));
    return info;
  }

  private Failure.Builder ofClass(ActivityReference about, Throwable thrown, int causesLeft) {
    Failure.Builder builder =
        Failure.newBuilder()
            .setSource(SOURCE)
            .setMessage(thrown.getMessage() == null ? "" : thrown.getMessage())
            .setApplicationFailureInfo(
                ApplicationFailureInfo.newBuilder().setType(thrown.getClass().getName()));
    addCause(about, builder, thrown.getCause(), causesLeft);
    return builder;
  }

  private void addCause(
      ActivityReference about, Failure.Builder builder, @Nullable Throwable cause, int causesLeft) {
    if (cause != null && causesLeft > 0) {
      builder.setCause(toProto(about, cause, causesLeft - 1));
    }
  }

  private static String stackTrace(Throwable thrown) {
    StringJoiner lines = new StringJoiner("\n");
    for (StackTraceElement element : thrown.getStackTrace()) {
      lines.add(element.toString());
    }
    return lines.toString();
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
