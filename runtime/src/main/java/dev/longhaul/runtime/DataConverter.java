package dev.longhaul.runtime;

import dev.longhaul.api.EncodedValues;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.api.options.RuntimeOptions;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.runtime.internal.convert.Failures;
import dev.longhaul.runtime.internal.convert.PayloadMapper;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values and failures as the messages of Temporal's protocol and back, by the converters and codecs
 * of a client: for whoever calls the service without it, over {@link LonghaulClient#channel()}.
 * Thread-safe.
 */
public final class DataConverter {
  private final PayloadMapper payloads;
  private final Failures failures;

  DataConverter(PayloadMapper payloads, Failures failures) {
    this.payloads = payloads;
    this.failures = failures;
  }

  /** As a client with these options converts. */
  public static DataConverter of(RuntimeOptions options) {
    PayloadMapper payloads = new PayloadMapper(options.converters(), options.codecs());
    return new DataConverter(payloads, new Failures(payloads, options.encodeFailureAttributes()));
  }

  /**
   * Encodes the values, one payload each.
   *
   * @throws PayloadConversionException if one cannot be encoded
   */
  public Payloads toPayloads(@Nullable Object... values) {
    return payloads.encode(null, Arrays.asList(values));
  }

  /**
   * Undoes the codecs; each value is read when it is asked for.
   *
   * @throws PayloadConversionException if a codec fails
   */
  public EncodedValues fromPayloads(Payloads encoded) {
    return payloads.values(encoded);
  }

  /**
   * The failure that this throwable is.
   *
   * @throws PayloadConversionException if details of it cannot be encoded
   */
  public Failure toFailure(Throwable thrown) {
    return failures.toProto(thrown);
  }

  /**
   * The throwable that this failure is, with its causes.
   *
   * @throws PayloadConversionException if a codec fails
   */
  public ReceivedFailureException fromFailure(Failure failure) {
    return failures.fromProto(failure);
  }
}
