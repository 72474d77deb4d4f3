package dev.longhaul.testing;

import dev.longhaul.proto.failure.v1.ApplicationFailureInfo;
import dev.longhaul.proto.failure.v1.Failure;

/** Makes failures small as a server does: texts cut, details dropped, no more than 20 causes. */
final class FailureClipper {
  private static final int MAX_CAUSES = 20;

  private FailureClipper() {}

  /** The failure itself, if it is small enough. */
  static Failure clip(Failure failure, int maxBytes) {
    return failure.getSerializedSize() <= maxBytes ? failure : clip(failure, maxBytes, MAX_CAUSES);
  }

  // Each level leaves half of its room to its causes, so that the sum stays within the limit.
  private static Failure clip(Failure failure, int room, int causes) {
    int textRoom = room / 8;
    Failure.Builder clipped =
        Failure.newBuilder()
            .setMessage(cut(failure.getMessage(), textRoom))
            .setSource(cut(failure.getSource(), textRoom))
            .setStackTrace(cut(failure.getStackTrace(), textRoom));
    if (failure.hasApplicationFailureInfo()) {
      ApplicationFailureInfo info = failure.getApplicationFailureInfo();
      clipped.setApplicationFailureInfo(
          ApplicationFailureInfo.newBuilder()
              .setType(cut(info.getType(), textRoom))
              .setNonRetryable(info.getNonRetryable()));
    } else if (failure.hasServerFailureInfo()) {
      clipped.setServerFailureInfo(failure.getServerFailureInfo());
    }
    if (failure.hasCause() && causes > 0) {
      clipped.setCause(clip(failure.getCause(), room / 2, causes - 1));
    }
    return clipped.build();
  }

  /** Counts characters as the most bytes that they may need. */
  private static String cut(String text, int maxBytes) {
    return text.substring(0, Math.min(text.length(), maxBytes / 3));
  }
}
