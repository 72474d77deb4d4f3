package dev.longhaul.api;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a manager knew of one attempt at one moment. Immutable.
 *
 * @param digest of the ids, or of the token where the ids are unknown
 * @param activityType the type; empty if unknown
 * @param id the ids, if known
 * @param attempt the attempt, from 1; 0 if unknown
 * @param state where it is
 * @param age since the manager received it
 * @param sinceLastHeartbeat since the last acknowledged heartbeat, if there was one
 * @param untilNextHeartbeat until the next one is due, if one is; negative if it is late
 * @param detailsBytes the encoded size of the last details, if there are any
 * @param stopRequest the highest stop request so far
 */
public record ActivitySnapshot(
    String digest,
    String activityType,
    Optional<FullActivityId> id,
    int attempt,
    ActivityState state,
    Duration age,
    Optional<Duration> sinceLastHeartbeat,
    Optional<Duration> untilNextHeartbeat,
    OptionalInt detailsBytes,
    Optional<StopRequest> stopRequest) {}
