package dev.longhaul.runtime.internal.convert;

import com.google.protobuf.MessageLite;
import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityFailureException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.proto.common.v1.Payloads;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Values and failures as the bytes that are sent, held to the server's size limit: above it the
 * server would answer OK and fail the activity. Thread-safe.
 */
public final class WireCodec {
  /** The server's {@code limit.blobSize.error} by default. */
  public static final int DEFAULT_SIZE_LIMIT = 2 * 1024 * 1024;

  private final PayloadMapper payloads;
  private final Failures failures;
  private final IntSupplier sizeLimit;

  /**
   * @param sizeLimit the limit at the moment, in bytes
   */
  public WireCodec(PayloadMapper payloads, Failures failures, IntSupplier sizeLimit) {
    this.payloads = payloads;
    this.failures = failures;
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

  /** Bytes that go to the server as the payloads that they are, undecoded. */
  public List<Payload> received(@Nullable Bytes encoded) {
    return ProtoPayloads.fromProto(ProtoPayloads.parse(encoded));
  }

  /** Heartbeat details that a failure brings along; null if it brings none. */
  public @Nullable Bytes lastDetails(ActivityReference about, Throwable thrown) {
    return thrown instanceof ActivityFailureException described
        ? details(about, described.failure().lastHeartbeatDetails())
        : null;
  }

  /** A failure that somebody describes. */
  public Bytes failure(ActivityReference about, ActivityFailure failure) {
    return bytes(failures.report(about, failure, sizeLimit.getAsInt()));
  }

  /** A failure that somebody threw, or that came out of a future. */
  public Bytes failure(ActivityReference about, Throwable thrown) {
    return bytes(failures.report(about, Thrown.unwrapped(thrown), sizeLimit.getAsInt()));
  }

  /** As {@link #failure}, but what cannot be encoded is left out. */
  public Bytes failureInAnyCase(ActivityReference about, Throwable thrown) {
    return bytes(failures.reportInAnyCase(about, thrown, sizeLimit.getAsInt()));
  }

  /** As {@link #failure}, but what cannot be encoded is left out. */
  public Bytes failureInAnyCase(ActivityReference about, ActivityFailure failure) {
    return bytes(failures.reportInAnyCase(about, failure, sizeLimit.getAsInt()));
  }

  private static Bytes bytes(MessageLite message) {
    return Bytes.unsafeWrap(message.toByteArray());
  }

  private Bytes checked(ActivityReference about, String what, Payloads encoded) {
    int limit = sizeLimit.getAsInt();
    if (encoded.getSerializedSize() > limit) {
      throw ConversionErrors.tooLarge(about, what, encoded.getSerializedSize(), limit);
    }
    return bytes(encoded);
  }
}
