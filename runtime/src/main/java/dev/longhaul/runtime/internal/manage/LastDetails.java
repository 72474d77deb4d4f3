package dev.longhaul.runtime.internal.manage;

import dev.longhaul.api.payload.Bytes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The last heartbeat details of one attempt, and those who wait until the server has what was known
 * when they asked. Every method is called within a decision of the attempt's {@link Steps}.
 */
final class LastDetails {
  private @Nullable Bytes details;
  private long recordedAt;
  private int version;
  private int sentVersion;
  private @Nullable Flushes flushes;

  LastDetails(@Nullable Bytes details) {
    this.details = details;
  }

  @Nullable Bytes details() {
    return details;
  }

  /** When they were recorded, in nanoseconds since the receipt of the attempt. */
  long recordedAt() {
    return recordedAt;
  }

  /** Remembers newer ones; answers whether they are the first of this attempt. */
  boolean record(Bytes newDetails, long now) {
    details = newDetails;
    recordedAt = now;
    return ++version == 1;
  }

  /** Tells when a heartbeat from now on arrived, or why none will. */
  void await(Consumer<@Nullable Throwable> done) {
    version++;
    if (flushes == null) {
      flushes = new Flushes();
    }
    flushes.add(version, done);
  }

  /** They go out. */
  @Nullable Bytes sent() {
    sentVersion = version;
    return details;
  }

  /** The server has those that went out last. */
  void acknowledged() {
    if (flushes != null) {
      flushes.acknowledged(sentVersion);
    }
  }

  /** Whether somebody waits for a heartbeat. */
  boolean isAwaited() {
    return flushes != null && !flushes.isEmpty();
  }

  /** Tells everybody who waits that nothing will come. */
  void failed(Throwable why) {
    if (flushes != null) {
      flushes.failed(why);
    }
  }
}
