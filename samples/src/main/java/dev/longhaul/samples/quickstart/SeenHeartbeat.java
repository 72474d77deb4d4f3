package dev.longhaul.samples.quickstart;

import io.temporal.api.common.v1.Payloads;
import io.temporal.common.converter.DefaultDataConverter;
import java.time.Instant;
import java.util.Optional;

/**
 * A heartbeat that Temporal has stored.
 *
 * @param number from 1, for all attempts of the activity together
 * @param at when the server received it, by its clock
 */
record SeenHeartbeat(String activityType, int attempt, int number, Instant at, Payloads payloads) {

  /** Its details. */
  <T> T details(Class<T> type) {
    return DefaultDataConverter.STANDARD_INSTANCE.fromPayloads(
        0, Optional.of(payloads), type, type);
  }
}
