package dev.longhaul.runtime.internal.convert;

import dev.longhaul.api.ActivityFailure;
import dev.longhaul.api.ActivityReference;
import dev.longhaul.api.PayloadConversionException;
import dev.longhaul.api.ReceivedFailureException;
import dev.longhaul.proto.failure.v1.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throwables as failures that may be sent, and received failures as throwables. Thread-safe. */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final FailureMapper mapper;
  private final FailureReader reader;
  private final FailureCodec codec;

  /**
   * @param encodesAttributes whether messages and stack traces go through the codecs, too
   */
  public Failures(PayloadMapper payloads, boolean encodesAttributes) {
    this.mapper = new FailureMapper(payloads);
    this.reader = new FailureReader(payloads);
    this.codec = new FailureCodec(payloads, encodesAttributes);
  }

  /**
   * The failure that this throwable is.
   *
   * @throws PayloadConversionException if values of it cannot be encoded
   */
  public Failure toProto(Throwable thrown) {
    return codec.encode(null, mapper.toProto(null, thrown));
  }

  /**
   * The throwable that this failure is.
   *
   * @throws PayloadConversionException if the codecs cannot decode it
   */
  public ReceivedFailureException fromProto(Failure failure) {
    return reader.read(codec.decode(null, failure));
  }

  Failure report(ActivityReference about, ActivityFailure failure, int sizeLimit) {
    return fitted(about, mapper.toProto(about, failure), sizeLimit);
  }

  Failure report(ActivityReference about, Throwable thrown, int sizeLimit) {
    return fitted(about, mapper.toReport(about, thrown), sizeLimit);
  }

  /** As {@link #report}, but what cannot be encoded is left out. */
  Failure reportInAnyCase(ActivityReference about, Throwable thrown, int sizeLimit) {
    try {
      return report(about, thrown, sizeLimit);
    } catch (PayloadConversionException e) {
      return bare(about, mapper.withoutContent(thrown), sizeLimit, e);
    }
  }

  /** As {@link #report}, but what cannot be encoded is left out. */
  Failure reportInAnyCase(ActivityReference about, ActivityFailure failure, int sizeLimit) {
    try {
      return report(about, failure, sizeLimit);
    } catch (PayloadConversionException e) {
      return bare(about, mapper.withoutContent(failure), sizeLimit, e);
    }
  }

  private Failure bare(
      ActivityReference about, Failure bare, int sizeLimit, PayloadConversionException why) {
    LOG.warn(
        "{}: its failure is sent without details and causes: {}", about.digest(), why.getMessage());
    try {
      return fitted(about, bare, sizeLimit);
    } catch (PayloadConversionException e) {
      LOG.warn("{}: its failure is sent without its message: {}", about.digest(), e.getMessage());
      return codec.withoutTexts(bare);
    }
  }

  // A cause too many is better lost than the whole failure, which the server would replace by a
  // non-retryable one of its own.
  private Failure fitted(ActivityReference about, Failure plain, int sizeLimit) {
    Failure encoded = codec.encode(about, plain);
    if (encoded.getSerializedSize() <= sizeLimit) {
      return encoded;
    }
    Failure shortened = FailureCut.shortened(plain);
    encoded = codec.encode(about, shortened);
    return encoded.getSerializedSize() <= sizeLimit
        ? encoded
        : codec.encode(about, FailureCut.withCauses(0, shortened));
  }
}
