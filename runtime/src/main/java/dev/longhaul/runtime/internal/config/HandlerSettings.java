package dev.longhaul.runtime.internal.config;

import dev.longhaul.api.HeartbeatInterval;
import dev.longhaul.api.PauseAction;
import dev.longhaul.api.ShutdownAction;
import java.time.Duration;
import java.util.Optional;

/**
 * The effective settings of a handler. Immutable.
 *
 * @param enabled whether this process serves it at all
 * @param taskQueue the queue to poll; blank only if it is not enabled
 * @param heartbeatInterval how often to heartbeat
 * @param expectedHeartbeatTimeout what workflows are expected to set
 * @param cancellationGrace how long work may take to end after a stop request
 * @param onPause what a pause does to a running attempt
 * @param onShutdown what becomes of an open attempt when the process ends
 * @param maxConcurrent running blocking or stage activities; 0 for no limit
 * @param maxOutstanding open external activities; 0 for no limit
 * @param ratePerSecond starts per second; 0 for no limit
 * @param batchMaxSize activities in a batch at most
 * @param batchMaxWait how long the first one of a batch waits for others
 * @param parallelBatches batches at the same time
 */
public record HandlerSettings(
    boolean enabled,
    String taskQueue,
    HeartbeatInterval heartbeatInterval,
    Optional<Duration> expectedHeartbeatTimeout,
    Duration cancellationGrace,
    PauseAction onPause,
    ShutdownAction onShutdown,
    int maxConcurrent,
    int maxOutstanding,
    double ratePerSecond,
    int batchMaxSize,
    Duration batchMaxWait,
    int parallelBatches) {}
