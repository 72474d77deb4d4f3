package dev.longhaul.testing;

import com.google.protobuf.ByteString;
import dev.longhaul.proto.common.v1.Payloads;
import dev.longhaul.proto.failure.v1.Failure;
import dev.longhaul.testing.ActivityTable.Call;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The eight activity calls in one shape.
 *
 * @param target whom the caller means
 * @param payloads the result or the details; null if the request has none
 * @param lastHeartbeatDetails only of a failure
 */
record ActivityRequest(
    Call call,
    Target target,
    String namespace,
    String identity,
    @Nullable Payloads payloads,
    @Nullable Failure failure,
    @Nullable Payloads lastHeartbeatDetails) {

  /** How the caller names the activity. */
  sealed interface Target {}

  /** Exactly one attempt. */
  record ByToken(ByteString token, @Nullable TokenContent content) implements Target {
    ByToken(ByteString token) {
      this(token, TokenContent.decode(token));
    }

    /** The content of a token that was found readable. */
    TokenContent readable() {
      return Objects.requireNonNull(content, "unchecked token");
    }

    @Override
    public String toString() {
      return "ByToken[" + content + "]";
    }
  }

  /** Whatever attempt is the current one. */
  record ById(String workflowId, String runId, String activityId) implements Target {}

  /** The same request as a failure, which a server makes of what is too large. */
  ActivityRequest asFailure(Failure replacement) {
    return new ActivityRequest(
        Call.FAIL, target, namespace, identity, null, replacement, lastHeartbeatDetails);
  }

  ActivityRequest withoutLastHeartbeatDetails() {
    return new ActivityRequest(call, target, namespace, identity, payloads, failure, null);
  }
}
