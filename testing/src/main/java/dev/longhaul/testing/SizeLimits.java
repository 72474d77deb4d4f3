package dev.longhaul.testing;

import com.google.protobuf.MessageLite;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.proto.failure.v1.ServerFailureInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server does with what is too large: it mostly accepts the call and fails the activity.
 *
 * @param blobBytes of a result, of details or of a failure
 */
record SizeLimits(int blobBytes) {
  static final SizeLimits DEFAULT = new SizeLimits(2 * 1024 * 1024);

  /** Of a whole request; this one is refused. */
  static final int MESSAGE_BYTES = 4 * 1024 * 1024;

  /** Of the failure of the attempt before, as it is kept. */
  private static final int KEPT_FAILURE_BYTES = 4 * 1024;

  private static final String FAILURE_TOO_LARGE = "Failure exceeds size limit.";

  /**
   * What the server goes on with.
   *
   * @param answer what it will answer in any case; null for what the call itself answers
   */
  record Sized(ActivityRequest request, @Nullable ActivityAnswer answer) {}

  Sized apply(ActivityRequest request) {
    return switch (request.call()) {
      case COMPLETE ->
          failIfTooLarge(request, "Complete result exceeds size limit.", ActivityAnswer.PLAIN);
      case CANCEL ->
          failIfTooLarge(request, "Cancel details exceed size limit.", ActivityAnswer.PLAIN);
      case HEARTBEAT ->
          failIfTooLarge(
              request,
              "Heartbeat details exceed size limit.",
              new ActivityAnswer(true, false, false, List.of()));
      case FAIL -> shrink(request);
    };
  }

  /** The failure of the attempt before, as the next one and those who look at it see it. */
  static Failure kept(Failure failure) {
    return failure.getSerializedSize() <= KEPT_FAILURE_BYTES
        ? failure
        : replaced(failure, KEPT_FAILURE_BYTES / 2, false);
  }

  static void checkMessage(MessageLite request) {
    if (request.getSerializedSize() > MESSAGE_BYTES) {
      throw Refusals.messageTooLarge(request.getSerializedSize(), MESSAGE_BYTES);
    }
  }

  private Sized failIfTooLarge(ActivityRequest request, String text, ActivityAnswer answer) {
    return isTooLarge(request.payloads())
        ? new Sized(request.asFailure(serverFailure(text)), answer)
        : new Sized(request, null);
  }

  private Sized shrink(ActivityRequest request) {
    ActivityRequest shrunk = request;
    List<Failure> notes = new ArrayList<>();
    if (isTooLarge(shrunk.lastHeartbeatDetails())) {
      notes.add(serverFailure("Heartbeat details exceed size limit."));
      shrunk = shrunk.withoutLastHeartbeatDetails();
    }
    Failure failure = shrunk.failure();
    if (failure != null && isTooLarge(failure)) {
      Failure replacement = replaced(failure, blobBytes / 4, true);
      notes.add(replacement);
      shrunk = shrunk.asFailure(replacement);
    }
    return new Sized(
        shrunk, notes.isEmpty() ? null : new ActivityAnswer(false, false, false, notes));
  }

  private boolean isTooLarge(@Nullable MessageLite blob) {
    return blob != null && blob.getSerializedSize() > blobBytes;
  }

  private static Failure replaced(Failure failure, int room, boolean nonRetryable) {
    return serverFailure(FAILURE_TOO_LARGE, nonRetryable).toBuilder()
        .setCause(FailureClipper.clip(failure, room))
        .build();
  }

  private static Failure serverFailure(String text) {
    return serverFailure(text, true);
  }

  private static Failure serverFailure(String text, boolean nonRetryable) {
    return Failure.newBuilder()
        .setMessage(text)
        .setSource("Server")
        .setServerFailureInfo(ServerFailureInfo.newBuilder().setNonRetryable(nonRetryable))
        .build();
  }
}
