package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns what users give into bytes to send, on the calling thread. Throws {@link
 * dev.longhaul.api.PayloadConversionException} and {@link
 * dev.longhaul.api.PayloadTooLargeException} about the given activity.
 */
public interface Encoder {

  /** A result, which may be null. */
  Bytes result(ActivityReference about, @Nullable Object value);

  /** Details of a heartbeat or a cancellation; null if there are no values. */
  @Nullable Bytes details(ActivityReference about, List<? extends @Nullable Object> values);

  /** Details that are payloads already; null if there are none. */
  @Nullable Bytes payloads(List<Payload> payloads);

  /** A failure; one that is too large loses its details and the end of its texts. */
  Bytes failure(ActivityReference about, ActivityFailure failure);

  /** A failure as what was thrown says. */
  Bytes failure(ActivityReference about, Throwable thrown);

  /** A failure that must be sent: what of it cannot be encoded is left out. */
  Bytes failureInAnyCase(ActivityReference about, ActivityFailure failure);

  /** Heartbeat details that a failure brings along; null if it brings none. */
  @Nullable Bytes lastDetails(ActivityReference about, Throwable thrown);
}
