package dev.longhaul.sdk;

import dev.longhaul.api.FullActivityId;
import dev.longhaul.api.HandOff;
import dev.longhaul.api.TaskToken;
import dev.longhaul.api.payload.Bytes;
import dev.longhaul.api.payload.Payload;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.api.common.v1.Payloads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands an activity of the official Java SDK over to Longhaul, which then heartbeats and completes
 * it: in the same process, or elsewhere with {@link HandOff#toText}. Stateless.
 *
 * <pre>{@code
 * public Film render(Scene scene) {
 *   HandOff handOff = SdkHandOff.take(Activity.getExecutionContext());
 *   longhaul.startProcessing(handOff, options);
 *   farm.submit(scene, handOff.reference());
 *   return null; // ignored
 * }
 * }</pre>
 */
public final class SdkHandOff {
  private SdkHandOff() {}

  /**
   * Takes the activity from its worker: what its method returns is ignored from now on. What it
   * throws is not: until the method has returned, it fails the activity as always.
   *
   * <p>Take it before anything was heartbeated: the details that go along are those of the attempt
   * before. The time of this call counts as the receipt of the task.
   *
   * @throws IllegalArgumentException if it is a local activity, which only its worker can complete,
   *     or if the SDK's own completion client was asked for already
   */
  public static HandOff take(ActivityExecutionContext context) {
    ActivityInfo info = context.getInfo();
    requireOpenElsewhere(context, info);
    FullActivityId id =
        FullActivityId.of(
            info.getNamespace(),
            Objects.requireNonNullElse(info.getWorkflowId(), ""),
            Objects.requireNonNullElse(
                info.isInWorkflow() ? info.getWorkflowRunId() : info.getActivityRunId(), ""),
            info.getActivityId());
    HandOff handOff =
        HandOff.withDetails(
                TaskToken.of(info.getTaskToken()),
                info.getHeartbeatDetails().map(SdkHandOff::payloads).orElse(List.of()))
            .id(id)
            .activityType(info.getActivityType())
            .attempt(info.getAttempt())
            .maximumAttempts(maximumAttempts(info))
            .times(Instant.now(), positive(info.getStartToCloseTimeout()), left(info))
            .heartbeatTimeout(
                Objects.requireNonNullElse(info.getHeartbeatTimeout(), Duration.ZERO));
    context.doNotCompleteOnReturn();
    return handOff;
  }

  private static void requireOpenElsewhere(ActivityExecutionContext context, ActivityInfo info) {
    if (info.isLocal()) {
      throw new IllegalArgumentException(
          info.getActivityType()
              + " was called as a local activity, which only its own worker can complete; have the"
              + " workflow call it with ActivityOptions instead of LocalActivityOptions");
    }
    if (context.isUseLocalManualCompletion()) {
      throw new IllegalArgumentException(
          info.getActivityType()
              + " has asked for useLocalManualCompletion(), so the SDK would heartbeat it too; leave"
              + " that out: Longhaul does it");
    }
  }

  private static int maximumAttempts(ActivityInfo info) {
    return info.getRetryOptions() == null ? 0 : info.getRetryOptions().getMaximumAttempts();
  }

  // By the clock of the server alone.
  private static @Nullable Duration left(ActivityInfo info) {
    Duration all = positive(info.getScheduleToCloseTimeout());
    if (all == null) {
      return null;
    }
    Duration left = all.minusMillis(info.getStartedTimestamp() - info.getScheduledTimestamp());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static @Nullable Duration positive(@Nullable Duration timeout) {
    return timeout == null || timeout.isZero() ? null : timeout;
  }

  private static List<Payload> payloads(Payloads details) {
    return details.getPayloadsList().stream().map(SdkHandOff::payload).toList();
  }

  private static Payload payload(io.temporal.api.common.v1.Payload message) {
    Map<String, Bytes> metadata =
        message.getMetadataMap().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> Bytes.copyOf(entry.getValue().toByteArray())));
    List<Long> sizes =
        message.getExternalPayloadsList().stream()
            .map(external -> external.getSizeBytes())
            .toList();
    return new Payload(metadata, Bytes.copyOf(message.getData().toByteArray()), sizes);
  }
}
