package dev.longhaul.runtime.internal.connect;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import dev.longhaul.runtime.internal.convert.WireCodec;
import dev.longhaul.runtime.internal.manage.Encoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manager's encoder: what the wire carries. */
public record WireEncoder(WireCodec wire) implements Encoder {

  @Override
  public Bytes result(ActivityReference about, @Nullable Object value) {
    return wire.result(about, value);
  }

  @Override
  public @Nullable Bytes details(ActivityReference about, List<? extends @Nullable Object> values) {
    return wire.details(about, values);
  }

  @Override
  public @Nullable Bytes payloads(List<Payload> payloads) {
    return wire.echo(payloads);
  }

  @Override
  public Bytes failure(ActivityReference about, ActivityFailure failure) {
    return wire.failure(about, failure);
  }

  @Override
  public Bytes failure(ActivityReference about, Throwable thrown) {
    return wire.failure(about, thrown);
  }

  @Override
  public Bytes failureInAnyCase(ActivityReference about, ActivityFailure failure) {
    return wire.failureInAnyCase(about, failure);
  }

  @Override
  public @Nullable Bytes lastDetails(ActivityReference about, Throwable thrown) {
    return wire.lastDetails(about, thrown);
  }
}
