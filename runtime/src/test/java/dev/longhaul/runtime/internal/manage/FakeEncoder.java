package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityFailureException;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes everything as its text. */
final class FakeEncoder implements Encoder {
  @Override
  public Bytes result(ActivityReference about, @Nullable Object value) {
    return Bytes.utf8(String.valueOf(value));
  }

  @Override
  public @Nullable Bytes details(ActivityReference about, List<? extends @Nullable Object> values) {
    return values.isEmpty() ? null : Bytes.utf8(values.toString());
  }

  @Override
  public @Nullable Bytes payloads(List<Payload> payloads) {
    return payloads.isEmpty() ? null : payloads.get(0).data();
  }

  @Override
  public Bytes failure(ActivityReference about, ActivityFailure failure) {
    return Bytes.utf8(failure.type());
  }

  @Override
  public Bytes failure(ActivityReference about, Throwable thrown) {
    return Bytes.utf8(thrown.getClass().getSimpleName());
  }

  @Override
  public Bytes failureInAnyCase(ActivityReference about, ActivityFailure failure) {
    return failure(about, failure);
  }

  @Override
  public @Nullable Bytes lastDetails(ActivityReference about, Throwable thrown) {
    return thrown instanceof ActivityFailureException described
        ? details(about, described.failure().lastHeartbeatDetails())
        : null;
  }
}
