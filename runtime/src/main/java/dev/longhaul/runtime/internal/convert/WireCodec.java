package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.PayloadTooLargeException;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values and failures as the bytes that are sent, held to the server's size limit: above it the
 * server would answer OK and fail the activity. Thread-safe.
 */
public final class WireCodec {
  /** The server's {@code limit.blobSize.error} by default. */
  public static final int DEFAULT_SIZE_LIMIT = 2 * 1024 * 1024;

  private final PayloadMapper payloads;
  private final FailureMapper failures;
  private final int sizeLimit;

  public WireCodec(PayloadMapper payloads, int sizeLimit) {
    this.payloads = payloads;
    this.failures = new FailureMapper(payloads);
    this.sizeLimit = sizeLimit;
  }

  /** A result, which may be null. */
  public Bytes result(ActivityReference about, @Nullable Object value) {
    Payloads encoded = payloads.encode(about, Collections.singletonList(value));
    return checked(about, "the result", encoded);
  }

  /** Details; null if there are no values. */
  public @Nullable Bytes details(ActivityReference about, List<? extends @Nullable Object> values) {
    return values.isEmpty() ? null : checked(about, "the details", payloads.encode(about, values));
  }

  /** Payloads that came from the server and go back to it; null if there are none. */
  public @Nullable Bytes echo(List<Payload> received) {
    return ProtoPayloads.serialized(ProtoPayloads.toProto(received));
  }

  /** A failure that somebody describes. */
  public Bytes failure(ActivityReference about, ActivityFailure failure) {
    return fitted(failures.toProto(about, failure));
  }

  /** A failure that somebody threw. */
  public Bytes failure(ActivityReference about, Throwable thrown) {
    return fitted(failures.toProto(about, thrown));
  }

  /** As {@link #failure}, but a failure whose details cannot be sent goes without them. */
  public Bytes failureInAnyCase(ActivityReference about, Throwable thrown) {
    try {
      return failure(about, thrown);
    } catch (PayloadConversionException | PayloadTooLargeException e) {
      return fitted(failures.withoutDetails(about, thrown));
    }
  }

  private Bytes fitted(Failure failure) {
    // A cause too many is better lost than the whole failure, which the server would replace by a
    // non-retryable one of its own.
    Failure fitting = failure;
    if (fitting.getSerializedSize() > sizeLimit) {
      fitting = failures.cut(fitting);
    }
    if (fitting.getSerializedSize() > sizeLimit) {
      fitting = fitting.toBuilder().clearCause().build();
    }
    return Bytes.unsafeWrap(fitting.toByteArray());
  }

  private Bytes checked(ActivityReference about, String what, Payloads encoded) {
    if (encoded.getSerializedSize() > sizeLimit) {
      throw ConversionErrors.tooLarge(about, what, encoded.getSerializedSize(), sizeLimit);
    }
    return Bytes.unsafeWrap(encoded.toByteArray());
  }
}
